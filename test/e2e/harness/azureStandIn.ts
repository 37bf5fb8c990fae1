import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleEnvironment, sampleToken, type ArmRequest } from '../../../src/sample/index.ts';
import { makeCertificate } from '../../arm-server/certificate.ts';
import type { Fault, Faults } from '../../arm-server/fault.ts';
import type { Scenario } from '../../arm-server/scenario/scenario.ts';
import { applicationSecret } from '../../arm-server/scenario/threeTenants.ts';
import type { WriteQuotaWindow } from '../../arm-server/writeQuotaWindow.ts';
import { startArmServer } from '../../arm-server/startArmServer.ts';
import type { UserSettings } from '../../host/userSettings.ts';

/** One alert on the wire. */
export type AlertRow = Record<string, unknown> & { readonly properties: Record<string, unknown> };

/** Resource Manager and Entra ID on this machine, with the settings and the environment that lead VS Code to them. */
export interface AzureStandIn {
  /** Of Resource Manager and of Entra ID alike. */
  readonly origin: string;
  readonly settings: UserSettings;
  readonly env: NodeJS.ProcessEnv;
  /** What goes wrong from now on; nothing by default. */
  misbehave(faults?: Faults): void;
  /** Every request so far. */
  requests(): readonly ArmRequest[];
  /** The alerts of a subscription as they are listed, all pages joined. */
  alertsOf(subscriptionId: string, tenantId: string): Promise<readonly AlertRow[]>;
  /** Like a pulled plug: nobody answers at the address until `goOnline`. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  close(): Promise<void>;
}

const nordlicht = '3d1f5a70-64c2-4f0b-8f59-1f6d2c9ab001';

/**
 * @param scenario tenants and subscriptions other than those of the sample environment.
 * @param writeQuota refuses changes of status that are too many.
 */
export async function startAzureStandIn(scenario?: Scenario, writeQuota?: WriteQuotaWindow): Promise<AzureStandIn> {
  const now = Date.now();
  const certificate = await makeCertificate();
  let current: Faults = () => undefined;
  const start = (port = 0) =>
    startArmServer({
      now,
      certificate,
      port,
      faults: (request) => current(request),
      ...(scenario === undefined ? {} : { scenario }),
      ...(writeQuota === undefined ? {} : { writeQuota }),
    });
  let server = await start();
  const { origin } = server;
  const past: ArmRequest[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'azure-stand-in-'));
  const certificateFile = join(folder, 'certificate.pem');
  await writeFile(certificateFile, certificate.cert);

  return {
    origin,
    settings: {
      'securityIncidents.cloud': 'custom',
      'securityIncidents.customCloud': {
        resourceManagerEndpoint: origin,
        authorityHost: origin,
        portalUrl: 'https://portal.azure.com',
      },
    },
    env: {
      AZURE_TENANT_ID: nordlicht,
      AZURE_CLIENT_ID: 'b1a7c0de-0000-4000-a000-000000000001',
      AZURE_CLIENT_SECRET: applicationSecret,
      NODE_EXTRA_CA_CERTS: certificateFile,
    },
    misbehave: (faults = () => undefined) => {
      current = faults;
    },
    requests: () => [...past, ...server.requests],
    alertsOf: (subscriptionId, tenantId) => readAlerts(now, subscriptionId, tenantId),
    goOffline: async () => {
      past.push(...server.requests);
      await server.close();
    },
    goOnline: async () => {
      server = await start(Number(new URL(origin).port));
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** For requests that match, by their path. */
export function on(path: RegExp, fault: Fault): Faults {
  return ({ url }) => (path.test(new URL(url).pathname) ? fault : undefined);
}

/** The first of several faults that applies. */
export function anyOf(...all: readonly Faults[]): Faults {
  return (request) => all.map((faults) => faults(request)).find((fault) => fault !== undefined);
}

/** A whole list, in place of the real one. */
export function listing(rows: readonly unknown[]): Fault {
  return {
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ value: rows }),
  };
}

/** An error in the words of Resource Manager. */
export function armError(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Fault {
  const body = JSON.stringify({ error: { code, message: 'Made up by a test.' } });
  return { kind: 'answer', status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

async function readAlerts(now: number, subscriptionId: string, tenantId: string): Promise<readonly AlertRow[]> {
  const environment = createSampleEnvironment({ now });
  const headers = { authorization: `Bearer ${sampleToken(tenantId)}` };
  const first = `https://management.azure.com/subscriptions/${subscriptionId}/providers/Microsoft.Security/alerts?api-version=2022-01-01`;
  const rows: AlertRow[] = [];
  for (let url: string | undefined = first; url !== undefined;) {
    const { body } = await environment.handle({ method: 'GET', url, headers });
    const page = JSON.parse(body) as { readonly value: readonly AlertRow[]; readonly nextLink?: string };
    rows.push(...page.value);
    url = page.nextLink;
  }
  return rows;
}

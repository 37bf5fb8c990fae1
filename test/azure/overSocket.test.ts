import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEnvironmentCredential } from '../../src/azure/identity.ts';
import { createAzureGateway } from '../../src/azure/index.ts';
import { createNodeHttpClient } from '../../src/azure/transport/nodeHttpClient.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { AzureGateway, SourceChoice } from '../../src/services/ports.ts';
import { makeCertificate, type Certificate } from '../arm-server/certificate.ts';
import type { Fault } from '../arm-server/fault.ts';
import type { ArmServer } from '../arm-server/startArmServer.ts';
import { startArmServer } from '../arm-server/startArmServer.ts';
import { noon } from '../builders/alert.ts';
import { uncancelled } from './inProcessArm.ts';

const tenantId = '3d1f5a70-64c2-4f0b-8f59-1f6d2c9ab001';
const clientId = 'b1a7c0de-0000-4000-a000-000000000001';
const fleet: Subscription = {
  subscriptionId: 'a1d4e7f2-5b38-4c96-8d20-94e6f7c31002',
  tenantId,
  displayName: 'Fleet',
  state: 'Enabled',
};

let server: ArmServer;
let certificate: Certificate;
let fault: Fault | undefined;
const trusted = getCACertificates('default');

beforeAll(async () => {
  certificate = await makeCertificate();
  server = await startArmServer({
    now: noon,
    certificate,
    faults: ({ url }) => (url.includes('/alerts?') ? fault : undefined),
  });
  setDefaultCACertificates([...trusted, server.certificatePem]);
});
afterAll(async () => {
  setDefaultCACertificates(trusted);
  await server.close();
});
afterEach(() => (fault = undefined));

/** Nothing is replaced: the SDK's own transport, and a service principal that signs in at the server. */
function aGateway(
  secret = 'right',
  resourceManagerEndpoint = server.origin,
  source: SourceChoice = 'auto',
): AzureGateway {
  const environment = { AZURE_TENANT_ID: tenantId, AZURE_CLIENT_ID: clientId, AZURE_CLIENT_SECRET: secret };
  return createAzureGateway({
    endpoints: { resourceManagerEndpoint, authorityHost: server.origin, portalUrl: server.origin },
    credential: createEnvironmentCredential(environment, { authorityHost: server.origin }),
    clock: { now: () => Date.now() },
    log: { info: () => undefined, warn: () => undefined },
    source,
  });
}

describe('over a TLS socket, with a service principal', () => {
  it('lists subscriptions and every page of alerts, with one sign-in for a tenant', async () => {
    const gateway = aGateway();
    const subscriptions = await gateway.listSubscriptions(uncancelled);
    expect(subscriptions.ok && subscriptions.value).toContainEqual(expect.objectContaining({ tenantId }));
    const tokenRequests = () => server.requests.filter(({ url }) => url.includes('/oauth2/')).length;
    const before = tokenRequests();
    const [alerts, again] = [
      await gateway.listAlerts(fleet, uncancelled),
      await gateway.listAlerts(fleet, uncancelled),
    ];
    expect(alerts).toMatchObject({ ok: true, value: { pages: 2, alerts: { length: 250 } } });
    expect(again.ok).toBe(true);
    expect(tokenRequests()).toBe(before);
  });

  it('says why a sign-in was refused, by its number', async () => {
    expect(await aGateway('wrong').listAlerts(fleet, uncancelled)).toEqual({
      ok: false,
      failure: { kind: 'notSignedIn', detail: 'AADSTS7000215' },
    });
  });

  it('a certificate that is not trusted is said to be the reason', async () => {
    const stranger = await startArmServer({ now: noon });
    const result = await aGateway('right', stranger.origin).listAlerts(fleet, uncancelled);
    await stranger.close();
    expect(result).toEqual({ ok: false, failure: { kind: 'untrusted', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
    expect(stranger.requests).toEqual([]);
  });

  it('a page of a captive portal is a failure', async () => {
    fault = { kind: 'html200' };
    expect(await aGateway().listAlerts(fleet, uncancelled)).toMatchObject({ failure: { kind: 'notAzure' } });
  });

  it('a link to another host is not followed, and the token stays', async () => {
    const foreign = server.origin.replace('127.0.0.1', 'localhost');
    fault = { kind: 'nextLink', nextLink: `${foreign}/subscriptions/x/providers/Microsoft.Security/alerts?page=2` };
    expect(await aGateway().listAlerts(fleet, uncancelled)).toMatchObject({ failure: { code: 'ForeignLink' } });
    expect(server.requests.filter(({ headers }) => headers['host']?.startsWith('localhost'))).toEqual([]);
  });

  it('a compressed answer that is cut in the middle is a failure', async () => {
    fault = { kind: 'cut' };
    const began = performance.now();
    expect((await aGateway().listAlerts(fleet, uncancelled)).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.each(['before', 'after'])(
    'the connection of a request that is cancelled %s its answer began is closed',
    async (when) => {
      const stalling = createServer(certificate, (_, outgoing) => {
        if (when === 'after') outgoing.writeHead(200).write('{"value":[');
      });
      stalling.listen(0, '127.0.0.1');
      await once(stalling, 'listening');
      const { port } = stalling.address() as AddressInfo;
      const stop = new AbortController();
      const url = `https://127.0.0.1:${String(port)}/`;
      const sent = createNodeHttpClient().sendRequest(createPipelineRequest({ url, abortSignal: stop.signal }));
      const [socket] = (await once(stalling, 'secureConnection')) as [Socket];
      const closed = once(socket, 'close');
      await wait(100);
      stop.abort();
      await expect(sent).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
      await closed;
      stalling.close();
    },
    10_000,
  );

  it('a late answer is given up within a second of being cancelled', async () => {
    fault = { kind: 'delay', milliseconds: 30_000 };
    const controller = new AbortController();
    const call = aGateway().listAlerts(fleet, controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const began = performance.now();
    controller.abort();
    expect(await call).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('Resource Graph over a TLS socket', () => {
  const other = (subscriptionId: string): Subscription => ({ ...fleet, subscriptionId });
  const production = other('6f2b9c14-0a51-4e0c-9a57-3c1d7e5b1001');
  const payroll = other('c83e05b9-72d6-4b1f-b7e4-0d5a61f81003');
  const queries = () => server.requests.filter(({ url }) => url.includes('ResourceGraph')).length;

  /** `graph 250`, or the kind of the failure, of each subscription in order. */
  async function readThrough(gateway: AzureGateway): Promise<readonly string[]> {
    const outcomes = new Map<string, string>();
    const settled: Parameters<AzureGateway['readAlerts']>[1]['settled'] = (id, result) => {
      outcomes.set(
        id,
        result.ok ? `${result.value.source} ${String(result.value.alerts.length)}` : result.failure.kind,
      );
    };
    const all = [fleet, production, payroll];
    await gateway.readAlerts(all, { arriving: () => undefined, settled }, uncancelled);
    return all.map(({ subscriptionId }) => outcomes.get(subscriptionId) ?? 'not settled');
  }

  it('gives the alerts of all that may be read; the alerts API says why of the others', async () => {
    const before = queries();
    expect(await readThrough(aGateway('right', server.origin, 'graph'))).toEqual([
      'graph 250',
      expect.stringMatching(/^graph \d+$/),
      'forbidden',
    ]);
    expect(queries() - before).toBe(2);
  });

  it('keeps to the quota that the service tells, and comes back when somebody else has used it up', async () => {
    const strict = await startArmServer({ now: noon, graphQuota: { queries: 2, seconds: 1 }, certificate });
    const began = performance.now();
    const [one, another] = await Promise.all([1, 2].map(() => readThrough(aGateway('right', strict.origin, 'graph'))));
    const took = performance.now() - began;
    await strict.close();
    expect([one?.[0], another?.[0]]).toEqual(['graph 250', 'graph 250']);
    expect(took).toBeGreaterThan(900);
  });
});

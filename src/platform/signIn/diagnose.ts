import * as vscode from 'vscode';
import type { CloudEndpoints } from '../../domain/cloudEndpoints.ts';
import type { Cancellation, Clock } from '../../services/ports.ts';
import type { ProbeFacts, TenantFacts } from '../../services/signIn/signInReport.ts';
import { signInReport } from '../../services/signIn/signInReport.ts';
import type { Connection } from '../connection.ts';
import { readSettings } from '../settings.ts';
import { proxyFacts } from './proxyFacts.ts';
import { ServicePrincipalStore } from './servicePrincipalStore.ts';

export interface DiagnosisDependencies {
  readonly connection: Connection;
  readonly secrets: vscode.SecretStorage;
  /** Tenants that are known so far. */
  readonly tenants: readonly string[];
  readonly clock: Clock;
  readonly extensionVersion: string;
}

/** Tries each step of signing in that needs no person, and writes down what came of it. */
export async function diagnose(dependencies: DiagnosisDependencies, cancellation: Cancellation): Promise<string> {
  const { connection, secrets, clock, extensionVersion } = dependencies;
  const { signIn: method, cloud, endpoints } = readSettings();
  const asks = method !== 'sample' && !connection.signedOut && endpoints !== undefined;
  const [network, tenants, principal] = await Promise.all([
    asks ? probeCloud(endpoints, cancellation, clock) : undefined,
    asks ? askTenants(dependencies, cancellation) : [],
    method === 'environment' ? principalFacts(secrets, endpoints) : undefined,
  ]);
  return signInReport({
    now: clock.now(),
    versions: {
      extension: extensionVersion,
      'VS Code': vscode.version,
      'Node.js': process.version,
      system: process.platform,
    },
    method,
    signedOut: connection.signedOut,
    cloud,
    endpoints,
    customCloud: vscode.workspace.getConfiguration('securityIncidents').get('customCloud'),
    account: method === 'vscode' ? connection.accounts.get(cloud)?.label : undefined,
    principal,
    resourceManager: network?.resourceManager,
    authority: network?.authority,
    tenants,
    proxy: proxyFacts(),
  });
}

async function probeCloud(
  { resourceManagerEndpoint, authorityHost }: CloudEndpoints,
  cancellation: Cancellation,
  clock: Clock,
): Promise<{ readonly resourceManager: ProbeFacts; readonly authority: ProbeFacts }> {
  const { probe } = await import('../../azure/index.ts');
  const ask = async (url: string): Promise<ProbeFacts> => {
    const reached = await probe(url, cancellation, clock);
    return reached.ok ? { ok: true, ...reached.value } : reached;
  };
  const [resourceManager, authority] = await Promise.all([
    ask(`${resourceManagerEndpoint}/tenants?api-version=2022-12-01`),
    ask(`${authorityHost}/common/v2.0/.well-known/openid-configuration`),
  ]);
  return { resourceManager, authority };
}

async function askTenants(
  { connection, tenants }: DiagnosisDependencies,
  cancellation: Cancellation,
): Promise<readonly TenantFacts[]> {
  const desk = await connection.desk();
  if (desk === undefined) return [];
  const all: readonly (string | undefined)[] = [undefined, ...tenants];
  const failures = await desk.checkAll(all, cancellation);
  return all.map((tenantId, index) => {
    const failure = failures[index];
    if (failure !== undefined) return { tenantId, failure };
    const state = desk.stateOf(tenantId);
    return state.kind === 'held' ? { tenantId, expiresAt: state.expiresAt } : { tenantId };
  });
}

async function principalFacts(
  secrets: vscode.SecretStorage,
  endpoints: CloudEndpoints | undefined,
): Promise<{ readonly clientId: string; readonly from: 'secret storage' | 'environment' } | undefined> {
  const kept = await new ServicePrincipalStore(secrets).read();
  if (kept !== undefined && kept.authorityHost === endpoints?.authorityHost) {
    return { clientId: kept.clientId, from: 'secret storage' };
  }
  const clientId = process.env['AZURE_CLIENT_ID'];
  return clientId === undefined ? undefined : { clientId, from: 'environment' };
}

import type { TokenCredential } from '@azure/core-auth';
import type { SampleEnvironment } from '../sample/index.ts';
import type { AzureGateway, Clock, SampleResources, SourceChoice } from '../services/ports.ts';
import { publicCloud } from '../domain/cloudEndpoints.ts';
import type { ArmClientOptions } from './armClients.ts';
import { ArmClients } from './armClients.ts';
import { ArmGateway } from './armGateway.ts';
import { createSampleHttpClient } from './sampleHttpClient.ts';

export interface GatewayOptions extends ArmClientOptions {
  /** Tenants to look into; without them all are asked for through `GET /tenants` with the account's own sign-in. */
  readonly tenants?: readonly string[];
  /** Listings carry the rows that their alerts were made of, as much again in memory. */
  readonly keepRows?: boolean;
  /** `auto` by default. */
  readonly source?: SourceChoice;
}

export { probe } from './probe.ts';
export { SignInDesk } from './signInDesk.ts';

/** The product's gateway to Azure Resource Manager. */
export function createAzureGateway(options: GatewayOptions): AzureGateway {
  const { clock, log, tenants, keepRows = false, source = 'auto' } = options;
  return new ArmGateway({ clients: new ArmClients(options), clock, log, keepRows }, tenants, source);
}

/** Where the sample environment pretends to be; nothing is ever sent there. */
const sampleEndpoints = publicCloud;

type SampleGatewayOptions = Pick<GatewayOptions, 'clock' | 'log' | 'source'>;

/**
 * The same gateway, SDK and all, over the sample environment: no account, no socket. State changes last as long as the
 * gateway.
 */
export function createSampleGateway({ clock, log, source }: SampleGatewayOptions): AzureGateway {
  let environment: Promise<SampleEnvironment> | undefined;
  const load = (): Promise<SampleEnvironment> => (environment ??= loadSample(clock));
  const httpClient = createSampleHttpClient(load);
  const options = { credential: sampleCredential, httpClient, clock, log, ...(source === undefined ? {} : { source }) };
  const gateway = createAzureGateway({ endpoints: sampleEndpoints, ...options });
  return Object.assign(gateway, { sample: sampleResources(load) });
}

async function loadSample(clock: Clock): Promise<SampleEnvironment> {
  const { createSampleEnvironment } = await import('../sample/index.ts');
  return createSampleEnvironment({ now: clock.now(), endpoint: sampleEndpoints.resourceManagerEndpoint });
}

/** Changes go to the environment itself: the adapter has no way to write a resource, and needs none. */
function sampleResources(load: () => Promise<SampleEnvironment>): SampleResources {
  return {
    async write(resourceId, resource) {
      const environment = await load();
      const url = `${sampleEndpoints.resourceManagerEndpoint}${resourceId}?api-version=2024-01-01`;
      const request = { url, headers: { authorization: 'Bearer sample' } };
      if (resource === undefined) await environment.handle({ ...request, method: 'DELETE' });
      else await environment.handle({ ...request, method: 'PUT', body: JSON.stringify(resource) });
    },
  };
}

function sampleCredential(tenantId: string | undefined): TokenCredential {
  return {
    async getToken() {
      const { sampleToken } = await import('../sample/index.ts');
      // A token that names no tenant lists them all.
      const token = tenantId === undefined ? 'sample' : sampleToken(tenantId);
      return { token, expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
    },
  };
}

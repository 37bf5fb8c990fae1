import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { SecurityCenter } from '@azure/arm-security';
import type { TokenCredential } from '@azure/core-auth';
import type { ServiceClientOptions } from '@azure/core-client';
import { ServiceClient } from '@azure/core-client';
import type { HttpClient, Pipeline } from '@azure/core-rest-pipeline';
import { bearerTokenAuthenticationPolicyName } from '@azure/core-rest-pipeline';
import type { CloudEndpoints } from '../domain/cloudEndpoints.ts';
import type { Clock, Log } from '../services/ports.ts';
import { pause as pauseFor, type Pause } from './bounded.ts';
import { CachedCredential } from './cachedCredential.ts';
import { GraphQuota } from './graph/graphQuota.ts';
import { graphQuotaPolicy } from './graph/graphQuotaPolicy.ts';
import { keepJson } from './graph/keepJson.ts';
import type { AlertSource } from './mapAlert.ts';
import { alertsApiVersionPolicy } from './pipeline/alertsApiVersion.ts';
import { authorization } from './pipeline/authorization.ts';
import { hostGuard } from './pipeline/hostGuard.ts';
import { jsonBody } from './pipeline/jsonBody.ts';
import { retry } from './pipeline/retry.ts';
import { ServerClock } from './pipeline/serverClock.ts';
import { createNodeHttpClient } from './transport/nodeHttpClient.ts';

export interface ArmClientOptions {
  readonly endpoints: CloudEndpoints;
  readonly credential: (tenantId: string | undefined) => TokenCredential;
  /** What sends requests; by default over the network. */
  readonly httpClient?: HttpClient;
  /** How waits between two tries are spent; by default by waiting. */
  readonly pause?: Pause;
  readonly clock: Clock;
  readonly log: Log;
}

/** Makes the SDK's clients, all with the same guards, and keeps one credential per tenant. */
export class ArmClients {
  readonly endpoint: string;
  readonly serverClock: ServerClock;
  readonly #options: ArmClientOptions;
  readonly #httpClient: HttpClient;
  readonly #credentials = new Map<string | undefined, CachedCredential>();
  readonly #tenants = new Map<string | undefined, ServiceClient>();
  readonly #graphs = new Map<string, ResourceGraphClient>();

  constructor(options: ArmClientOptions) {
    this.#options = options;
    this.#httpClient = options.httpClient ?? createNodeHttpClient();
    this.serverClock = new ServerClock(options.clock, options.log);
    this.endpoint = options.endpoints.resourceManagerEndpoint.replace(/\/+$/, '');
  }

  /** An absolute link to a resource of Resource Manager; each segment is encoded, so that none can become two. */
  link(segments: readonly string[], apiVersion: string): string {
    return `${this.endpoint}/${segments.map(encodeURIComponent).join('/')}?api-version=${apiVersion}`;
  }

  /**
   * For reading by link; without a tenant it signs in to the account's own. One for each tenant: a client of the SDK is
   * hundreds of objects, and making one for each subscription takes as long as mapping its alerts.
   */
  forTenant(tenantId: string | undefined): ServiceClient {
    const known = this.#tenants.get(tenantId);
    if (known !== undefined) return known;
    const client = this.#guard(new ServiceClient(this.#clientOptions()), tenantId);
    this.#tenants.set(tenantId, client);
    return client;
  }

  forSubscription({ subscriptionId, tenantId }: AlertSource): SecurityCenter {
    return this.#guard(new SecurityCenter(this.credential(tenantId), subscriptionId, this.#clientOptions()), tenantId);
  }

  /** One for each tenant for good: the quota that its answers tell is the person's, not a refresh's. */
  graphOf(tenantId: string): ResourceGraphClient {
    const known = this.#graphs.get(tenantId);
    if (known !== undefined) return known;
    const graph = this.#guard(new ResourceGraphClient(this.credential(tenantId), this.#clientOptions()), tenantId);
    const quota = new GraphQuota(this.#options.clock);
    graph.pipeline.addPolicy(graphQuotaPolicy(quota), { afterPhase: 'Retry' });
    graph.pipeline.addPolicy(keepJson());
    this.#graphs.set(tenantId, graph);
    return graph;
  }

  credential(tenantId: string | undefined): CachedCredential {
    const known = this.#credentials.get(tenantId);
    if (known !== undefined) return known;
    const create = () => this.#options.credential(tenantId);
    const given = create();
    // A sign-in desk gives out cached ones, so that its own questions share their tokens.
    const credential =
      given instanceof CachedCredential ? given : new CachedCredential(given, this.#options.clock, create);
    this.#credentials.set(tenantId, credential);
    return credential;
  }

  #clientOptions(): ServiceClientOptions {
    return { endpoint: this.endpoint, httpClient: this.#httpClient, redirectOptions: { maxRetries: 2 } };
  }

  /**
   * Puts our policies in the place of the SDK's. Those of the phase "Sign" come after retries and redirects, so that each
   * request that really leaves is checked for where it goes and carries a fresh token.
   */
  #guard<Client extends { readonly pipeline: Pipeline }>(client: Client, tenantId: string | undefined): Client {
    const { clock, pause = pauseFor } = this.#options;
    const { pipeline } = client;
    pipeline.removePolicy({ phase: 'Retry' });
    pipeline.removePolicy({ name: bearerTokenAuthenticationPolicyName });
    const guard = hostGuard(this.endpoint);
    pipeline.addPolicy(alertsApiVersionPolicy());
    pipeline.addPolicy(retry(clock, pause), { phase: 'Retry' });
    pipeline.addPolicy(jsonBody(), { afterPhase: 'Retry' });
    pipeline.addPolicy(this.serverClock.policy(), { afterPhase: 'Retry' });
    pipeline.addPolicy(guard, { phase: 'Sign' });
    // The SDK's default scope is the public cloud's whatever the endpoint.
    const authorize = authorization(this.credential(tenantId), `${this.endpoint}/.default`);
    pipeline.addPolicy(authorize, { phase: 'Sign', afterPolicies: [guard.name] });
    return client;
  }
}

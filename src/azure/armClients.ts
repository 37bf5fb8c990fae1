import { SecurityCenter } from '@azure/arm-security';
import type { TokenCredential } from '@azure/core-auth';
import type { ServiceClientOptions } from '@azure/core-client';
import { ServiceClient } from '@azure/core-client';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { bearerTokenAuthenticationPolicyName } from '@azure/core-rest-pipeline';
import type { CloudEndpoints } from '../domain/cloudEndpoints.ts';
import type { Clock } from '../services/ports.ts';
import { CachedCredential } from './cachedCredential.ts';
import type { AlertSource } from './mapAlert.ts';
import { alertsApiVersionPolicy } from './pipeline/alertsApiVersion.ts';
import { byteOrderMark } from './pipeline/byteOrderMark.ts';
import { hostGuard } from './pipeline/hostGuard.ts';
import { retryAfterCap } from './pipeline/retryAfterCap.ts';

export interface ArmClientOptions {
  readonly endpoints: CloudEndpoints;
  readonly credential: (tenantId: string | undefined) => TokenCredential;
  readonly httpClient?: HttpClient;
  readonly clock: Clock;
}

/** Makes the SDK's clients, all with the same guards, and keeps one credential per tenant. */
export class ArmClients {
  readonly endpoint: string;
  readonly #options: ArmClientOptions;
  readonly #credentials = new Map<string | undefined, CachedCredential>();

  constructor(options: ArmClientOptions) {
    this.#options = options;
    this.endpoint = options.endpoints.resourceManagerEndpoint.replace(/\/+$/, '');
  }

  /** An absolute link to a resource of Resource Manager; each segment is encoded, so that none can become two. */
  link(segments: readonly string[], apiVersion: string): string {
    return `${this.endpoint}/${segments.map(encodeURIComponent).join('/')}?api-version=${apiVersion}`;
  }

  /** For what lies above subscriptions; without a tenant it signs in to the account's own. */
  forTenant(tenantId: string | undefined): ServiceClient {
    return this.#guard(
      new ServiceClient({ ...this.#clientOptions(), credential: this.credential(tenantId), endpoint: this.endpoint }),
    );
  }

  forSubscription({ subscriptionId, tenantId }: AlertSource): SecurityCenter {
    const credential = this.credential(tenantId);
    const options = { ...this.#clientOptions(), endpoint: this.endpoint };
    return this.#guard(new SecurityCenter(credential, subscriptionId, options));
  }

  credential(tenantId: string | undefined): CachedCredential {
    const known = this.#credentials.get(tenantId);
    if (known !== undefined) return known;
    const credential = new CachedCredential(this.#options.credential(tenantId), this.#options.clock);
    this.#credentials.set(tenantId, credential);
    return credential;
  }

  #clientOptions(): ServiceClientOptions {
    const { httpClient, clock } = this.#options;
    return {
      // The SDK's default scope is the public cloud's whatever the endpoint.
      credentialScopes: `${this.endpoint}/.default`,
      retryOptions: { maxRetries: 2, maxRetryDelayInMs: 8_000 },
      additionalPolicies: [
        { policy: alertsApiVersionPolicy(), position: 'perCall' },
        { policy: retryAfterCap(clock), position: 'perRetry' },
        { policy: byteOrderMark(), position: 'perRetry' },
      ],
      ...(httpClient === undefined ? {} : { httpClient }),
    };
  }

  #guard<Client extends ServiceClient>(client: Client): Client {
    client.pipeline.addPolicy(hostGuard(this.endpoint), { beforePolicies: [bearerTokenAuthenticationPolicyName] });
    return client;
  }
}

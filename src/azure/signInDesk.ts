import type { TokenCredential } from '@azure/core-auth';
import type { CloudEndpoints } from '../domain/cloudEndpoints.ts';
import type { AzureFailure } from '../domain/azureFailure.ts';
import { resourceManagerScope } from '../domain/cloudEndpoints.ts';
import type { Cancellation, Clock } from '../services/ports.ts';
import { bounded } from './bounded.ts';
import { inParallel } from './inParallel.ts';
import type { TokenState } from './cachedCredential.ts';
import { CachedCredential } from './cachedCredential.ts';
import { toFailure } from './toFailure.ts';

/** Each may start a process. */
const tenantsAtOnce = 4;

export interface SignInDeskOptions {
  readonly credential: (tenantId: string | undefined) => TokenCredential;
  readonly endpoints: CloudEndpoints;
  readonly clock: Clock;
  /** Milliseconds that a sign-in may take; twenty seconds where nothing is said. */
  readonly deadline?: number;
}

/** Signing in to one cloud as one identity: one cached credential a tenant, shared by everything that asks Azure. */
export class SignInDesk {
  readonly #options: SignInDeskOptions;
  readonly #credentials = new Map<string | undefined, CachedCredential>();

  constructor(options: SignInDeskOptions) {
    this.#options = options;
  }

  /** Without a tenant, that of the identity's own tenant. */
  readonly credential = (tenantId: string | undefined): CachedCredential => {
    const known = this.#credentials.get(tenantId);
    if (known !== undefined) return known;
    const create = (): TokenCredential => this.#options.credential(tenantId);
    const made = new CachedCredential(create(), this.#options.clock, create, this.#options.deadline);
    this.#credentials.set(tenantId, made);
    return made;
  };

  /** Whether a token can be had, for Azure Resource Manager; undefined as failure when it can. Settles within 20 seconds. */
  async check(tenantId: string | undefined, cancellation: Cancellation): Promise<AzureFailure | undefined> {
    const { endpoints, clock } = this.#options;
    try {
      await bounded({ cancellation }, () => this.credential(tenantId).getToken(resourceManagerScope(endpoints)));
      return undefined;
    } catch (error) {
      return toFailure(error, clock.now());
    }
  }

  /** The same for many tenants, a few at once; in their order. */
  checkAll(
    tenantIds: readonly (string | undefined)[],
    cancellation: Cancellation,
  ): Promise<readonly (AzureFailure | undefined)[]> {
    return inParallel(tenantIds, tenantsAtOnce, (tenantId) => this.check(tenantId, cancellation));
  }

  /** How the last sign-in to a tenant ended. */
  stateOf(tenantId: string | undefined): TokenState {
    return this.#credentials.get(tenantId)?.state ?? { kind: 'none' };
  }

  /** Forgets every token. What is under way is not kept when it ends. */
  forgetAll(): void {
    for (const credential of this.#credentials.values()) credential.forgetAll();
    this.#credentials.clear();
  }
}

import type { AzureFailure, AzureResult } from '../domain/azureFailure.ts';

/**
 * Failures in a row that make the next one certain. One more than are read at once: a moment of trouble, which meets all
 * that are under way, is not enough.
 */
const enough = 17;

interface Row {
  failures: number;
  last: AzureFailure;
}

/**
 * Notices what would meet every subscription or tenant that is still to be read: no connection, or no sign-in to the
 * tenant. Each try may last half a minute, so that thousands of them would keep a refresh busy for an hour with nothing.
 */
export class Outages {
  /** By tenant; the network's under the empty name. */
  readonly #rows = new Map<string, Row>();

  /** Why this tenant, or a subscription of it, need not be tried; undefined when it is to be. */
  of(tenantId: string): AzureFailure | undefined {
    return [this.#rows.get(''), this.#rows.get(tenantId)].find((row) => (row?.failures ?? 0) >= enough)?.last;
  }

  /** What came of trying. */
  learn(tenantId: string, result: AzureResult<unknown>): void {
    const place = result.ok ? undefined : placeOf(tenantId, result.failure);
    if (result.ok || place === undefined) {
      // Azure has answered, and has accepted the token.
      this.#rows.delete('');
      this.#rows.delete(tenantId);
      return;
    }
    this.#rows.set(place, { failures: (this.#rows.get(place)?.failures ?? 0) + 1, last: result.failure });
  }
}

/** Whom a failure meets: everybody, one tenant, or, undefined, one subscription alone. */
function placeOf(tenantId: string, { kind }: AzureFailure): string | undefined {
  if (kind === 'notSignedIn') return tenantId;
  return kind === 'offline' || kind === 'untrusted' || kind === 'proxyRefused' ? '' : undefined;
}

import type { ArmRequest, ArmResponse } from '../../src/sample/index.ts';

/** So many writes in each window of so many seconds, as Resource Manager grants them to each subscription. */
export interface WriteQuotaSize {
  readonly writes: number;
  readonly seconds: number;
}

const change = /^\/subscriptions\/([^/]+)\/.*\/alerts\/[^/]+\/(?:activate|dismiss|resolve|inProgress)$/i;

/** Counts changes of status as Resource Manager counts writes; a window begins with the first write after the last one. */
export class WriteQuotaWindow {
  readonly #size: WriteQuotaSize;
  readonly #now: () => number;
  readonly #windows = new Map<string, { readonly endsAt: number; left: number; refused: boolean }>();
  /** All waits that it asked for, in milliseconds; those of one window count once. */
  asked = 0;

  constructor(size: WriteQuotaSize, now: () => number) {
    this.#size = size;
    this.#now = now;
  }

  /** The refusal of a write too many, which is not carried out; undefined for everything else. */
  refuse({ method, url }: ArmRequest): ArmResponse | undefined {
    const subscriptionId = method === 'POST' ? change.exec(new URL(url).pathname)?.[1]?.toLowerCase() : undefined;
    if (subscriptionId === undefined) return undefined;
    const now = this.#now();
    const known = this.#windows.get(subscriptionId);
    const { writes, seconds } = this.#size;
    const window =
      known !== undefined && now < known.endsAt
        ? known
        : { endsAt: now + seconds * 1_000, left: writes, refused: false };
    this.#windows.set(subscriptionId, window);
    if (window.left > 0) {
      window.left -= 1;
      return undefined;
    }
    const wait = Math.ceil((window.endsAt - now) / 1_000);
    if (!window.refused) this.asked += wait * 1_000;
    window.refused = true;
    const message = `Number of write requests for subscription '${subscriptionId}' exceeded the limit of '${String(writes)}' for time interval '00:00:${String(seconds).padStart(2, '0')}'. Please try again after '${String(wait)}' seconds.`;
    return {
      status: 429,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'retry-after': String(wait),
        'x-ms-ratelimit-remaining-subscription-writes': '0',
      },
      body: JSON.stringify({ error: { code: 'SubscriptionRequestsThrottled', message } }),
    };
  }
}

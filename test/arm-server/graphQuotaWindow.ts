/** So many queries in each window of so many seconds, as Resource Graph grants them to one person. */
export interface GraphQuotaSize {
  readonly queries: number;
  readonly seconds: number;
}

interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a query is granted: headers for its answer, or a refusal in the place of one. */
export interface Grant {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: Refusal;
}

/** The recorded answer to a query too many, shortened. It has no `Retry-After`. */
const refusal = JSON.stringify({
  error: {
    code: 'RateLimiting',
    message: 'Please provide below info when asking for support.',
    details: [{ code: 'RateLimiting', message: 'Client application has been throttled.' }],
  },
});

/** Counts queries as Resource Graph does; a window begins with the first query after the last one. */
export class GraphQuotaWindow {
  readonly #size: GraphQuotaSize;
  readonly #now: () => number;
  #left = 0;
  #endsAt = Number.NEGATIVE_INFINITY;

  constructor(size: GraphQuotaSize, now: () => number) {
    this.#size = size;
    this.#now = now;
  }

  ask(): Grant {
    const now = this.#now();
    if (now >= this.#endsAt) {
      this.#endsAt = now + this.#size.seconds * 1000;
      this.#left = this.#size.queries;
    }
    const isRefused = this.#left === 0;
    if (!isRefused) this.#left -= 1;
    const seconds = Math.ceil((this.#endsAt - now) / 1000);
    const headers = {
      'x-ms-user-quota-remaining': String(this.#left),
      'x-ms-user-quota-resets-after': `00:00:${String(seconds).padStart(2, '0')}`,
    };
    if (!isRefused) return { headers };
    const jsonHeaders = { ...headers, 'content-type': 'application/json; charset=utf-8' };
    return { headers, refusal: { status: 429, headers: jsonHeaders, body: refusal } };
  }
}

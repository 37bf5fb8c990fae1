/** What both `PipelineResponse.headers` and a test's headers offer. */
export interface ReadableHeaders {
  get(name: string): string | undefined;
}

/** Shortest wait before another try, in milliseconds. */
const shortestWait = 1_000;

/** Longest time that one request waits for the service, all its waits together, in milliseconds. */
export const longestWait = 60_000;

/** First wait after a 429 that names no time, or one that cannot be read, in milliseconds; the next is twice as long. */
const defaultWait = 5_000;

/** No retry time is believed beyond one day: a larger number is a fault of the server, not a plan. */
const farthest = 86_400_000;

/**
 * How long the service asks to wait, in milliseconds: between `shortestWait` and one day. An HTTP date is compared with
 * the server's own `Date`, because the local clock may be wrong by hours. `now` is used only when the server sent none.
 * `tries`: how often the request was sent.
 */
export function readRetryAfter(headers: ReadableHeaders, now: number, tries = 1): number {
  const wait =
    millisecondsIn(headers.get('retry-after-ms'), 1) ??
    millisecondsIn(headers.get('x-ms-retry-after-ms'), 1) ??
    millisecondsIn(headers.get('retry-after'), 1_000) ??
    untilDate(headers, now) ??
    defaultWait * 2 ** (tries - 1);
  return Math.min(Math.max(wait, shortestWait), farthest);
}

export function hasRetryAfter(headers: ReadableHeaders): boolean {
  return ['retry-after', 'retry-after-ms', 'x-ms-retry-after-ms'].some((name) => headers.get(name) !== undefined);
}

/** A number that is negative or not finite says nothing; the default wait is kinder to a struggling service. */
function millisecondsIn(text: string | undefined, unit: number): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  if (value === Infinity) return farthest;
  return value >= 0 ? value * unit : undefined;
}

function untilDate(headers: ReadableHeaders, now: number): number | undefined {
  const date = headers.get('retry-after') ?? '';
  // An HTTP date begins with a weekday. Date.parse alone would take "-5" for a day in 2001.
  const at = /^[A-Z][a-z]{2}/.test(date) ? Date.parse(date) : NaN;
  if (Number.isNaN(at)) return undefined;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return at - (Number.isNaN(serverNow) ? now : serverNow);
}

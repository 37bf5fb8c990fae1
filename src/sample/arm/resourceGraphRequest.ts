/** A Resource Graph request after reading; what was missing has its default. */
export interface ResourceGraphRequest {
  readonly query: string;
  /** Absent: every subscription that the caller may read. */
  readonly subscriptions?: readonly string[];
  readonly top: number;
  readonly skip: number;
  readonly asTable: boolean;
}

const defaultPageSize = 100;
const largestPageSize = 1000;

/** Reads the body of a request, or gives undefined when it is none. */
export function readResourceGraphRequest(body: unknown): ResourceGraphRequest | undefined {
  const { query, subscriptions, options } = recordOf(body);
  if (typeof query !== 'string') return undefined;
  const { $top, $skip, $skipToken, resultFormat } = recordOf(options);
  const skip = $skipToken === undefined ? countOf($skip, 0) : offsetOf($skipToken);
  if (skip === undefined) return undefined;
  return {
    query,
    ...(Array.isArray(subscriptions) && { subscriptions: subscriptions.filter((id) => typeof id === 'string') }),
    top: Math.min(countOf($top, defaultPageSize), largestPageSize),
    skip,
    asTable: resultFormat === 'table',
  };
}

/** The token that makes the next request go on from this row. */
export function writeSkipToken(offset: number): string {
  return Buffer.from(JSON.stringify({ offset })).toString('base64');
}

function offsetOf(skipToken: unknown): number | undefined {
  if (typeof skipToken !== 'string') return undefined;
  try {
    const { offset } = recordOf(JSON.parse(Buffer.from(skipToken, 'base64').toString('utf8')));
    return typeof offset === 'number' ? offset : undefined;
  } catch {
    return undefined;
  }
}

function countOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? value : otherwise;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

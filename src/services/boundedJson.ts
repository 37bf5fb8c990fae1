/** Below that depth nothing in an alert tells anything; a hostile one may be deeper than a stack. */
const deepest = 24;

/** Plain data as JSON, without what is nested so deep that it cannot be written. Never throws. */
export function boundedJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(cut(value, deepest));
  }
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((item) => cut(item, depth - 1));
  // fromEntries defines own properties, so that a hostile "__proto__" stays a name like any other.
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cut(each, depth - 1)]));
}

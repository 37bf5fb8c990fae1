export type Row = Readonly<Record<string, unknown>>;

/** The value at a path such as `properties.Severity`, also through `tostring(…)`; undefined where there is none. */
export function lookUp(row: Row, path: string): unknown {
  const inner = /^\w+\((.*)\)$/.exec(path)?.[1] ?? path;
  return inner.split('.').reduce<unknown>((value, key) => (value as Row | null | undefined)?.[key], row);
}

/** What `tobool` makes of a value: JSON booleans and the text of one. */
export function isTruthy(value: unknown): boolean {
  return value === true || String(value).toLowerCase() === 'true';
}

export type Row = Readonly<Record<string, unknown>>;

/** The value at a path such as `properties.Severity`; undefined where there is none. */
export function lookUp(row: Row, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Row | null | undefined)?.[key], row);
}

/** What `tobool` makes of a value: JSON booleans and the text of one. */
export function isTruthy(value: unknown): boolean {
  return value === true || textOf(value).toLowerCase() === 'true';
}

/** What `tostring` makes of a value: nothing is the empty text, and what has parts is its JSON. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return JSON.stringify(value);
}

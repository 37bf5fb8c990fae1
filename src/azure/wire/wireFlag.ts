import type { Json } from '../../domain/json.ts';

/** A wire flag, or undefined when the value is none. Exports of alerts write flags as texts. */
export function parseWireFlag(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : undefined;
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

import { isJsonObject, ownValue, type Json, type JsonObject } from '../../../domain/json.ts';
import type { Verification } from '../../../domain/remediation/runbooks/verification.ts';

/**
 * A resource as it is once a step has brought about what it verifies; undefined for one that is gone. For made-up
 * resources alone: what a real command does is Azure's business.
 */
export function withExpectation(
  { property, expect }: Omit<Verification, 'resource'>,
  resource: JsonObject,
): JsonObject | undefined {
  if ('gone' in expect) return undefined;
  return changed(resource, property.split('.'), valueFor(expect));
}

function valueFor(expect: Exclude<Verification['expect'], { gone: true }>): Json | undefined {
  if ('equals' in expect) return expect.equals;
  if ('oneOf' in expect) return expect.oneOf[0];
  if ('includes' in expect) return expect.includes;
  return 'absent' in expect ? undefined : 'set';
}

function changed(object: JsonObject, [part = '', ...rest]: readonly string[], value: Json | undefined): JsonObject {
  const name = part.replace(/\[\]$/, '');
  if (name === '__proto__') return object;
  const isList = part !== name;
  const before = ownValue(object, name);
  const inner = rest.length === 0 ? value : changed(isJsonObject(before) ? before : {}, rest, value);
  const others: JsonObject = Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
  if (inner === undefined) return others;
  return { ...others, [name]: isList ? [inner] : inner };
}

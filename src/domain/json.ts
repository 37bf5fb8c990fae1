/** A value as JSON.parse gives it. Read-only: domain objects keep wire values by reference instead of copying them. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** True for a plain JSON object; arrays and null are not objects here. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An object's own property, or undefined. Own only: a hostile key such as `__proto__` or `toString` must never reach
 * the prototype.
 */
export function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** An object's own non-empty string property, or undefined when it is missing, empty or of another type. */
export function ownString(object: JsonObject, key: string): string | undefined {
  // No check of who owns it: nothing that an object inherits is a text.
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Closes a union: the compiler reports a missing case here, and a value that slipped past the types stops at once
 * instead of being treated as the last case.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}

/**
 * Runtime guards from which the types are derived, so that a message and its check cannot drift apart. A guard never
 * throws and looks at own properties only.
 */
export type Guard<T> = (value: unknown) => value is T;

/** The type that a guard lets through. */
export type Guarded<G> = G extends Guard<infer T> ? T : never;

type Shape = Readonly<Record<string, Guard<unknown>>>;
type Flatten<T> = { readonly [K in keyof T]: T[K] };
export type ObjectOf<Required extends Shape, Optional extends Shape> = Flatten<
  { readonly [K in keyof Required]: Guarded<Required[K]> } & { readonly [K in keyof Optional]?: Guarded<Optional[K]> }
>;

/** Longest string that a message may carry: the largest alert text that is shown, with room to spare. */
const stringLimit = 16 * 1024 * 1024;

export const string: Guard<string> = (value): value is string =>
  typeof value === 'string' && value.length <= stringLimit;

export const boolean: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';

/** A number that can be counted or drawn: NaN and the infinities are not. */
export const finite: Guard<number> = (value): value is number => Number.isFinite(value);

/** A string of at most `limit` UTF-16 units that is not empty: ids. */
export function shortString(limit: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value !== '' && value.length <= limit;
}

export function oneOf<const T extends string>(...words: readonly T[]): Guard<T> {
  const known = new Set<unknown>(words);
  return (value): value is T => known.has(value);
}

export function array<T>(item: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((element) => item(element));
}

/** An object with exactly these properties: an unknown one means that the sender speaks another language. */
export function object<Required extends Shape>(
  required: Required,
): Guard<Flatten<{ readonly [K in keyof Required]: Guarded<Required[K]> }>>;
export function object<Required extends Shape, Optional extends Shape>(
  required: Required,
  optional: Optional,
): Guard<ObjectOf<Required, Optional>>;
export function object(required: Shape, optional: Shape = {}): Guard<object> {
  const requiredKeys = Object.keys(required);
  const known: Shape = { ...optional, ...required };
  return (value): value is object => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    if (!requiredKeys.every((key) => Object.hasOwn(value, key))) return false;
    return Object.entries(value).every(([key, property]) => {
      if (property === undefined && !Object.hasOwn(required, key)) return Object.hasOwn(known, key);
      return Object.hasOwn(known, key) && (known[key]?.(property) ?? false);
    });
  };
}

export function union<T extends readonly Guard<unknown>[]>(...guards: T): Guard<Guarded<T[number]>> {
  return (value): value is Guarded<T[number]> => guards.some((guard) => guard(value));
}

/** A guard that refers to itself, for trees: the inner guard is made when it is first needed. */
export function lazy<T>(make: () => Guard<T>): Guard<T> {
  let made: Guard<T> | undefined;
  return (value): value is T => (made ??= make())(value);
}

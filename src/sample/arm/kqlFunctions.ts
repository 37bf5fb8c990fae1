import { isTruthy, textOf } from './kqlValue.ts';

/** Functions of one row that the sample environment knows, by lower-case name. */
export const functions: Readonly<Record<string, (...given: readonly unknown[]) => unknown>> = {
  tostring: (value) => textOf(value),
  tobool: (value) => isTruthy(value),
  tolower: (value) => textOf(value).toLowerCase(),
  strcat: (...parts) => parts.map(textOf).join(''),
  iff: (condition, then, otherwise) => (isTruthy(condition) ? then : otherwise),
};

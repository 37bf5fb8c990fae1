import type { Json } from '../../json.ts';
import { isJsonObject, ownValue } from '../../json.ts';

/**
 * What has to be true of the values at a property. Texts are compared without regard to case, as Azure does. A text that
 * is a parameter ("{attackerAddress}") stands for its value.
 */
export type Expectation =
  /** There is one, and all of them are this. */
  | { readonly equals: Json }
  | { readonly oneOf: readonly Json[] }
  /** Among the elements of a list. */
  | { readonly includes: Json }
  /** Missing, null, or an empty text or list. */
  | { readonly absent: true }
  | { readonly present: true }
  /** The resource itself is no more: Azure answers 404. */
  | { readonly gone: true };

/** How a step is proved: GET the resource, look at one property. */
export interface Verification {
  /** A parameter that holds an ARM id, with a child path where needed: "{nsg}/securityRules/{attackerRule}". */
  readonly resource: string;
  readonly apiVersion: string;
  /** Dotted path; "[]" takes the elements of a list: "properties.ipRules[].value". */
  readonly property: string;
  readonly expect: Expectation;
}

/** The values at a dotted path. Total; empty where the path leads nowhere. */
export function valuesAt(document: Json | undefined, path: string): readonly Json[] {
  let values: readonly Json[] = document === undefined ? [] : [document];
  for (const part of path.split('.')) {
    const name = part.replace(/\[\]$/, '');
    values = values.flatMap((value) => {
      const inner = isJsonObject(value) ? ownValue(value, name) : undefined;
      if (inner === undefined) return [];
      return part.endsWith('[]') ? (Array.isArray(inner) ? (inner as readonly Json[]) : []) : [inner];
    });
  }
  return values;
}

/** True where the document of a resource (undefined: there is none any more) is as expected. */
export function meetsExpectation(
  { property, expect }: Omit<Verification, 'resource'>,
  document: Json | undefined,
): boolean {
  if ('gone' in expect) return document === undefined;
  if (document === undefined) return false;
  const found = valuesAt(document, property);
  if ('absent' in expect) return found.every(isEmpty);
  if ('present' in expect) return found.some((value) => !isEmpty(value));
  if ('includes' in expect) {
    return found
      .flatMap((value) => (Array.isArray(value) ? (value as readonly Json[]) : [value]))
      .some(isSame(expect.includes));
  }
  const allowed = 'equals' in expect ? [expect.equals] : expect.oneOf;
  return found.length > 0 && found.every((value) => allowed.some(isSame(value)));
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isSame(expected: Json): (value: Json) => boolean {
  const folded = foldedText(expected);
  return (value) => foldedText(value) === folded;
}

function foldedText(value: Json): string {
  return typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value);
}

import type { Alert } from '../../alert.ts';
import type { FillingContext, Unfilled } from '../commands/commandTemplate.ts';
import { fillIn, placeholdersIn } from '../commands/placeholders.ts';
import { resolveParameter } from '../commands/resolveParameter.ts';
import type { Json } from '../../json.ts';
import type { Expectation, Verification } from './verification.ts';

/** Values were checked one by one; this holds their template to a path below a subscription. */
const isPath = /^\/subscriptions\/[0-9a-f-]{36}(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/i;

export type VerificationFilling = { readonly kind: 'filled'; readonly verification: Verification } | Unfilled;

/**
 * A verification with the alert's values: `resource` is then an ARM id that was checked and lies in the alert's
 * subscription. Give the values that the step's command was filled with, or it may look at another resource.
 */
export function fillVerification(
  template: Verification,
  alert: Alert,
  context: FillingContext = {},
): VerificationFilling {
  const values = new Map<string, string>();
  for (const name of placeholdersIn(template.resource + textsOf(template.expect).join(' '))) {
    const value = resolveParameter(name, alert, context);
    if (value.kind !== 'resolved') return value;
    values.set(name, value.value);
  }
  const filled = (text: string): string => fillIn(text, (name) => values.get(name) ?? '');
  const resource = filled(template.resource);
  if (!isPath.test(resource)) return { kind: 'refused', parameter: 'resource', why: 'it is not the id of a resource' };
  return {
    kind: 'filled',
    verification: { ...template, resource, expect: filledExpectation(template.expect, filled) },
  };
}

function textsOf(expect: Expectation): readonly string[] {
  return wanted(expect).filter((value) => typeof value === 'string');
}

function wanted(expect: Expectation): readonly Json[] {
  if ('equals' in expect) return [expect.equals];
  if ('includes' in expect) return [expect.includes];
  return 'oneOf' in expect ? expect.oneOf : [];
}

function filledExpectation(expect: Expectation, filled: (text: string) => string): Expectation {
  const value = (each: Json): Json => (typeof each === 'string' ? filled(each) : each);
  if ('equals' in expect) return { equals: value(expect.equals) };
  if ('includes' in expect) return { includes: value(expect.includes) };
  return 'oneOf' in expect ? { oneOf: expect.oneOf.map(value) } : expect;
}

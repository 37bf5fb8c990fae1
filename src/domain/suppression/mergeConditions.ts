import { conditionsFrom, type ConditionOffer } from './conditionOffers.ts';
import type { SuppressionCondition } from './suppressionRule.ts';

/**
 * Conditions that are kept, and those of further offers. A value of a field of which a kept condition names some joins
 * it: a condition of its own would ask one field to be two things at once.
 */
export function mergeConditions(
  kept: readonly SuppressionCondition[],
  offers: readonly ConditionOffer[],
): readonly SuppressionCondition[] {
  const joined = kept.map((condition): SuppressionCondition => {
    if (condition.kind !== 'in') return condition;
    const more = offers.filter(({ field }) => isSame(field, condition.field)).map(({ value }) => value);
    return { ...condition, values: [...new Set([...condition.values, ...more])] };
  });
  const named = kept.filter(({ kind }) => kind === 'in');
  const rest = offers.filter(({ field }) => !named.some((each) => each.kind === 'in' && isSame(field, each.field)));
  return [...joined, ...conditionsFrom(rest)];
}

function isSame(field: string, other: string): boolean {
  return field.toLowerCase() === other.toLowerCase();
}

import type { Json, JsonObject } from '../json.ts';
import type { SuppressionCondition, SuppressionRule } from './suppressionRule.ts';

/**
 * The `properties` by which a rule is written. A rule that never ends says so with null: where the service is told
 * nothing, it ends the rule after half a year.
 */
export function suppressionProperties(rule: SuppressionRule): JsonObject {
  const { additional = {}, alertType, comment, reason, state, stateWord = '' } = rule;
  const scope = scopeOf(rule.conditions);
  return {
    ...additional,
    alertType,
    reason,
    state: state === 'Unknown' ? stateWord : state,
    ...(comment === undefined ? {} : { comment }),
    expirationDateUtc: expiryOf(rule),
    ...(scope === undefined ? {} : { suppressionAlertsScope: scope }),
  };
}

function expiryOf({ expires, unreadableExpiry }: SuppressionRule): Json {
  return expires === undefined ? (unreadableExpiry ?? null) : new Date(expires).toISOString();
}

function scopeOf(conditions: readonly SuppressionCondition[]): Json | undefined {
  const [only] = conditions;
  if (only === undefined) return undefined;
  if (only.kind === 'unknown' && only.isWholeScope === true) return only.wire;
  return { allOf: conditions.map(wireOf) };
}

function wireOf(condition: SuppressionCondition): Json {
  switch (condition.kind) {
    case 'contains':
      return { field: condition.field, contains: condition.text };
    case 'in':
      return { field: condition.field, in: condition.values };
    case 'unknown':
      return condition.wire;
  }
}

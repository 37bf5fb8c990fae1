import type { Alert } from '../alert.ts';
import { assertNever } from '../assertNever.ts';
import { fieldValues } from './fieldValues.ts';
import type { SuppressionCondition, SuppressionRule } from './suppressionRule.ts';
import { anyAlertType } from './suppressionRule.ts';

/** `maybe`: everything that is understood of the rule fits, and something is not understood. */
export type RuleMatch = 'yes' | 'no' | 'maybe';

/**
 * Whether a rule would dismiss an alert, its state and expiry aside. Texts are compared without regard to case: where the
 * service may be stricter, a rehearsal must rather show too much.
 */
export function ruleMatch({ alertType, conditions }: SuppressionRule, alert: Alert): RuleMatch {
  if (alertType !== anyAlertType && alertType.toLowerCase() !== alert.alertType.toLowerCase()) return 'no';
  const matches = conditions.map((condition) => conditionMatch(condition, alert));
  if (matches.includes('no')) return 'no';
  return matches.includes('maybe') ? 'maybe' : 'yes';
}

function conditionMatch(condition: SuppressionCondition, alert: Alert): RuleMatch {
  switch (condition.kind) {
    case 'unknown':
      return 'maybe';
    case 'contains': {
      const wanted = condition.text.toLowerCase();
      return anyValue(alert, condition.field, (value) => value.includes(wanted));
    }
    case 'in': {
      const wanted = new Set(condition.values.map((value) => value.toLowerCase()));
      return anyValue(alert, condition.field, (value) => wanted.has(value));
    }
    default:
      return assertNever(condition);
  }
}

function anyValue(alert: Alert, field: string, fits: (value: string) => boolean): RuleMatch {
  const values = fieldValues(alert, field);
  if (values === undefined) return 'maybe';
  return values.some((value) => fits(value.toLowerCase())) ? 'yes' : 'no';
}

import type { Alert } from '../alert.ts';
import { assertNever } from '../assertNever.ts';
import { fieldReader } from './fieldReader.ts';
import type { SuppressionCondition, SuppressionRule } from './suppressionRule.ts';
import { anyAlertType } from './suppressionRule.ts';

/** `maybe`: everything that is understood of the rule fits, and something is not understood. */
type RuleMatch = 'yes' | 'no' | 'maybe';

type Matcher = (alert: Alert) => RuleMatch;

/**
 * Says of alerts whether a rule would dismiss them, its state and expiry aside. Texts are compared without regard to
 * case: where the service may be stricter, a rehearsal must rather show too much.
 */
export function ruleMatcher({ alertType, conditions }: SuppressionRule): Matcher {
  const type = alertType.toLowerCase();
  const matchers = conditions.map(conditionMatcher);
  return (alert) => {
    if (type !== anyAlertType && type !== alert.alertType.toLowerCase()) return 'no';
    let match: RuleMatch = 'yes';
    for (const matcher of matchers) {
      const one = matcher(alert);
      if (one === 'no') return 'no';
      if (one === 'maybe') match = 'maybe';
    }
    return match;
  };
}

function conditionMatcher(condition: SuppressionCondition): Matcher {
  switch (condition.kind) {
    case 'unknown':
      return () => 'maybe';
    case 'contains': {
      const wanted = condition.text.toLowerCase();
      return anyValue(condition.field, (value) => value.includes(wanted));
    }
    case 'in': {
      const wanted = new Set(condition.values.map((value) => value.toLowerCase()));
      return anyValue(condition.field, (value) => wanted.has(value));
    }
    default:
      return assertNever(condition);
  }
}

function anyValue(field: string, fits: (value: string) => boolean): Matcher {
  const read = fieldReader(field);
  if (read === undefined) return () => 'maybe';
  return (alert) => (read(alert).some((value) => fits(value.toLowerCase())) ? 'yes' : 'no');
}

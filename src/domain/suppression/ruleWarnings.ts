import type { Rehearsal } from './rehearse.ts';
import type { SuppressionCondition, SuppressionRule } from './suppressionRule.ts';
import { anyAlertType, isInForce } from './suppressionRule.ts';

/** What whoever makes or keeps a rule should know of it. */
export type RuleWarning =
  /** It holds for alerts of all types. */
  | { readonly kind: 'anyType' }
  /** It holds for each alert of its type, whatever it is about. */
  | { readonly kind: 'noConditions' }
  /** A condition that nearly everything fulfils. */
  | { readonly kind: 'weakCondition' }
  | { readonly kind: 'highInIncidents'; readonly alerts: number; readonly incidents: number }
  | { readonly kind: 'inIncidents'; readonly alerts: number; readonly incidents: number }
  /** It would have dismissed more than half of the alerts that are at hand. */
  | { readonly kind: 'most'; readonly alerts: number; readonly of: number }
  | { readonly kind: 'neverExpires' }
  /** It is in force for more than a year. */
  | { readonly kind: 'longLived' }
  | { readonly kind: 'expiresSoon'; readonly expires: number }
  /** It would have dismissed nothing that is at hand. */
  | { readonly kind: 'matchesNothing' }
  /** Something of it is not understood, so that its rehearsal shows too much. */
  | { readonly kind: 'notUnderstood' };

const day = 86_400_000;

/** A rule that lives longer outlives what it was made for. Milliseconds. */
const longLife = 366 * day;

/** Time left, in milliseconds, in which a rule is said to end soon: a week is enough to look at it again. */
const soon = 7 * day;

/** Alerts at hand from which on a share of them says anything. */
const enoughAlerts = 10;

/** A text to look for that is shorter stands in nearly everything. */
const shortestText = 4;

/** Warnings about a rule, gravest first; `now` is epoch milliseconds. */
export function ruleWarnings(rule: SuppressionRule, rehearsal: Rehearsal, now: number): readonly RuleWarning[] {
  return [...breadth(rule), ...reach(rehearsal), ...lifetime(rule, now), ...doubt(rehearsal)];
}

function breadth({ alertType, conditions }: SuppressionRule): readonly RuleWarning[] {
  return [
    ...(alertType === anyAlertType ? [{ kind: 'anyType' } as const] : []),
    ...(conditions.length === 0 ? [{ kind: 'noConditions' } as const] : []),
    ...(conditions.some(isWeak) ? [{ kind: 'weakCondition' } as const] : []),
  ];
}

function isWeak(condition: SuppressionCondition): boolean {
  return condition.kind === 'contains' && condition.text.trim().length < shortestText;
}

function reach(rehearsal: Rehearsal): readonly RuleWarning[] {
  const { considered, dismissed, highInIncidents, inIncidents } = rehearsal;
  const incidents = rehearsal.incidents.length;
  const warnings: RuleWarning[] = [];
  if (highInIncidents > 0) warnings.push({ kind: 'highInIncidents', alerts: highInIncidents, incidents });
  else if (inIncidents > 0) warnings.push({ kind: 'inIncidents', alerts: inIncidents, incidents });
  if (considered >= enoughAlerts && dismissed.length * 2 > considered) {
    warnings.push({ kind: 'most', alerts: dismissed.length, of: considered });
  }
  return warnings;
}

function lifetime(rule: SuppressionRule, now: number): readonly RuleWarning[] {
  const { expires, unreadableExpiry } = rule;
  if (expires === undefined) return unreadableExpiry === undefined ? [{ kind: 'neverExpires' }] : [];
  if (expires - now > longLife) return [{ kind: 'longLived' }];
  return isInForce(rule, now) && expires - now < soon ? [{ kind: 'expiresSoon', expires }] : [];
}

function doubt({ considered, dismissed, isExact }: Rehearsal): readonly RuleWarning[] {
  if (!isExact) return [{ kind: 'notUnderstood' }];
  return considered > 0 && dismissed.length === 0 ? [{ kind: 'matchesNothing' }] : [];
}

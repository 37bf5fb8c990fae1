import { assertNever } from '../../../domain/assertNever.ts';
import type { AzureFailure } from '../../../domain/azureFailure.ts';
import { displayLabel } from '../../../domain/displayText.ts';
import type { Subscription } from '../../../domain/subscription.ts';
import type { Rehearsal } from '../../../domain/suppression/rehearse.ts';
import type { RuleWarning } from '../../../domain/suppression/ruleWarnings.ts';
import {
  anyAlertType,
  isInForce,
  type SuppressionCondition,
  type SuppressionRule,
} from '../../../domain/suppression/suppressionRule.ts';
import { failureText } from '../../failureText.ts';

type TimeText = (time: number) => string;

/** What a rehearsal came to, in constant words and figures. */
export function rehearsalText({ considered, dismissed, inIncidents, isExact }: Rehearsal): string {
  if (considered === 0) return 'No alerts of this subscription are in the list: what the rule would do is not known.';
  const upTo = isExact ? '' : 'at most ';
  const share = `Would have dismissed ${upTo}${figure(dismissed.length)} of ${figure(considered)}`;
  if (dismissed.length === 0) return `${share} alerts in the list.`;
  if (inIncidents === 0) return `${share} alerts in the list; none was in an incident.`;
  return `${share} alerts in the list; ${inIncidents === 1 ? '1 was in an incident' : `${figure(inIncidents)} were in incidents`}.`;
}

/** Where something is about to be done, for a modal dialog: several subscriptions may have one name. */
export function placeText({ displayName, subscriptionId }: Subscription): string {
  return `Subscription: ${displayLabel(displayName)} (${subscriptionId})`;
}

/** A warning in constant words and figures. */
export function warningText(warning: RuleWarning, timeText: TimeText): string {
  switch (warning.kind) {
    case 'anyType':
      return 'It holds for alerts of every type, also of types that do not exist yet.';
    case 'noConditions':
      return 'It has no conditions: whatever such an alert is about, it is dismissed.';
    case 'weakCondition':
      return 'A condition looks for a text so short that it stands nearly everywhere.';
    case 'highInIncidents':
      return `It would have hidden ${counted(warning.alerts, 'alert')} of high severity in ${counted(warning.incidents, 'incident')}.`;
    case 'inIncidents':
      return `It would have hidden ${counted(warning.alerts, 'alert')} in ${counted(warning.incidents, 'incident')}.`;
    case 'most':
      return `It would have hidden more than half of what is in the list: ${figure(warning.alerts)} of ${figure(warning.of)}.`;
    case 'neverExpires':
      return 'It never ends: nobody will be asked whether it is still right.';
    case 'longLived':
      return 'It holds for more than a year.';
    case 'expiresSoon':
      return `It ends soon: ${timeText(warning.expires)}.`;
    case 'matchesNothing':
      return 'No alert in the list fits it.';
    case 'notUnderstood':
      return 'A part of it is not known to this version: it may dismiss fewer alerts than shown.';
    default:
      return assertNever(warning);
  }
}

/** A condition, as one line with all that is invisible made visible. */
export function conditionText(condition: SuppressionCondition): string {
  switch (condition.kind) {
    case 'contains':
      return displayLabel(`${condition.field} contains ${condition.text}`);
    case 'in':
      return displayLabel(`${condition.field} is ${condition.values.join(' or ')}`);
    case 'unknown':
      return displayLabel(`not known to this version: ${JSON.stringify(condition.wire)}`);
    default:
      return assertNever(condition);
  }
}

/** Whether a rule is in force and until when, in a few words. */
export function standingText(rule: SuppressionRule, now: number, timeText: TimeText): string {
  const { expires, state, stateWord = '', unreadableExpiry } = rule;
  const ends = endText(
    { ...(expires === undefined ? {} : { expires }), isReadable: unreadableExpiry === undefined },
    timeText,
  );
  if (state === 'Unknown') return displayLabel(`state ${stateWord}, ${ends}`);
  if (state === 'Expired' || (expires !== undefined && expires <= now)) return 'expired';
  return `${isInForce(rule, now) ? 'on' : 'off'}, ${ends}`;
}

function endText({ expires, isReadable }: { expires?: number; isReadable: boolean }, timeText: TimeText): string {
  if (expires !== undefined) return `ends ${timeText(expires)}`;
  return isReadable ? 'never ends' : 'end cannot be read';
}

export function alertTypeText(alertType: string): string {
  return alertType === anyAlertType ? 'every type' : displayLabel(alertType);
}

/** The service's own table of permissions for suppression rules. */
export const rolesForSuppression =
  'It takes the role Security Admin, or Owner, on the subscription itself: the same role on a resource group is not enough.';

export const rolesForSamples = 'It takes the role Contributor, or Owner, on the subscription itself.';

/** Why something about rules or samples failed, and what helps. `roles` names those that it takes. */
export function suppressionFailureText(failure: AzureFailure, roles: string, timeText: TimeText): string {
  if (failure.kind === 'forbidden') return `Your roles do not allow this. ${roles}`;
  if (failure.kind === 'unexpected' && failure.code === 'NoLocation')
    return 'Defender for Cloud names no place for this subscription: it may not be enabled there.';
  const { cause } = failureText(failure, timeText);
  return `Azure did not do it, as far as is known: ${cause}.`;
}

function counted(count: number, noun: string): string {
  return `${figure(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function figure(count: number): string {
  return count.toLocaleString('en');
}

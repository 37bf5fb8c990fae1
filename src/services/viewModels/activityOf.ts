import type { Activity } from '../../domain/activity.ts';
import { assertNever } from '../../domain/assertNever.ts';
import type { ActivityModel } from '../../protocol/activityModel.ts';
import { count } from './count.ts';

/** "Still active?" in words. Reasons that end in a time leave it to the webview, which knows the person's locale. */
export function activityOf(activity: Activity): ActivityModel {
  switch (activity.state) {
    case 'active':
      return {
        state: 'active',
        label: 'Still active',
        reason: `${openAlerts(activity.openAlerts)}, and there was activity within a day. Last seen`,
        at: activity.lastSeen,
      };
    case 'quiet':
      return {
        state: 'quiet',
        label: 'Gone quiet',
        reason: `${openAlerts(activity.openAlerts)}, but there was no activity for more than a day. Last seen`,
        at: activity.lastSeen,
      };
    case 'closed':
      return {
        state: 'closed',
        label: 'Closed',
        reason: closedReason(activity.resolved, activity.dismissed, activity.lastSeen !== undefined),
        ...(activity.lastSeen === undefined ? {} : { at: activity.lastSeen }),
      };
    case 'unknown':
      return {
        state: 'unknown',
        label: 'Activity unknown',
        reason:
          activity.openAlerts === 0
            ? 'None of its alerts is in the list, so there is nothing to judge by.'
            : `${openAlerts(activity.openAlerts)}, but the service sent no time that can be read.`,
      };
    default:
      return assertNever(activity);
  }
}

function openAlerts(open: number): string {
  return open === 1 ? '1 alert is open' : `${String(open)} alerts are open`;
}

function closedReason(resolved: number, dismissed: number, hasTime: boolean): string {
  const parts = [
    ...(resolved > 0 ? [`${String(resolved)} resolved`] : []),
    ...(dismissed > 0 ? [`${String(dismissed)} dismissed`] : []),
  ];
  const sentence = `Nothing is open: ${count(resolved + dismissed, 'alert')}, ${parts.join(', ')}.`;
  return hasTime ? `${sentence} Last seen` : sentence;
}

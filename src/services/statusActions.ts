import type { Alert } from '../domain/alert.ts';
import { allows, type AlertRights } from '../domain/alertRights.ts';
import { isOpen } from '../domain/alertStatus.ts';
import { statusAfter, type StatusAction } from '../domain/statusAction.ts';

/** Changes of status that make a difference, and those of them that the person's roles are known not to allow. */
export interface StatusActions {
  readonly wanted: readonly StatusAction[];
  readonly refused: readonly StatusAction[];
}

const all = Object.keys(statusAfter) as StatusAction[];

type RightsIn = (subscriptionId: string) => AlertRights | undefined;

/** Of one alert, whatever it is. */
export function alertActions(alert: Alert, rightsIn: RightsIn): StatusActions {
  const wanted = all.filter((action) => statusAfter[action] !== alert.status);
  return { wanted, refused: refusedOf(wanted, [alert.subscriptionId], rightsIn) };
}

/** Of the alerts of an incident together: what makes a difference to one of them. */
export function incidentActions(alerts: readonly Alert[], rightsIn: RightsIn): StatusActions {
  const wanted = all.filter((action) =>
    alerts.some(({ status }) =>
      action === 'activate' ? status !== 'Active' : isOpen(status) && status !== statusAfter[action],
    ),
  );
  const subscriptionIds = [...new Set(alerts.map(({ subscriptionId }) => subscriptionId))];
  return { wanted, refused: refusedOf(wanted, subscriptionIds, rightsIn) };
}

/** One subscription in which it is allowed is enough: what is refused elsewhere is left out, and said. */
function refusedOf(
  wanted: readonly StatusAction[],
  subscriptionIds: readonly string[],
  rightsIn: RightsIn,
): readonly StatusAction[] {
  const rights = subscriptionIds.map(rightsIn);
  return wanted.filter(
    (action) => rights.length > 0 && rights.every((each) => each !== undefined && !allows(each, action)),
  );
}

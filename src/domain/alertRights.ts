import type { StatusAction } from './statusAction.ts';
import { isAllowed, type Permission } from './permission.ts';

/** What the signed-in person may do to the alerts of one subscription. */
export interface AlertRights {
  readonly dismiss: boolean;
  readonly resolve: boolean;
  /** Back to active. */
  readonly activate: boolean;
}

/** @param permissions of the subscription itself: the same roles on one of its resource groups do not count. */
export function alertRights(permissions: readonly Permission[]): AlertRights {
  const may = (verb: keyof AlertRights): boolean =>
    isAllowed(permissions, `Microsoft.Security/locations/alerts/${verb}/action`);
  return { dismiss: may('dismiss'), resolve: may('resolve'), activate: may('activate') };
}

/**
 * Whether the rights allow an action, as far as they say. Azure's list of actions has none for "in progress": whoever may
 * change a status at all may try.
 */
export function allows(rights: AlertRights, action: StatusAction): boolean {
  return action === 'inProgress' ? canChangeStatus(rights) : rights[action];
}

export function canChangeStatus({ dismiss, resolve, activate }: AlertRights): boolean {
  return dismiss || resolve || activate;
}

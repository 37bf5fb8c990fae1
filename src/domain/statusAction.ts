import type { AlertStatus } from './alertStatus.ts';

/** State changes of the alerts API. */
export type StatusAction = 'activate' | 'dismiss' | 'resolve' | 'inProgress';

/** The status that an accepted action leads to. */
export const statusAfter = {
  activate: 'Active',
  dismiss: 'Dismissed',
  resolve: 'Resolved',
  inProgress: 'InProgress',
} as const satisfies Readonly<Record<StatusAction, AlertStatus>>;

/** The action that brings an alert back to a status; undefined for a status that no action leads to. */
export function actionTo(status: AlertStatus): StatusAction | undefined {
  const actions = Object.keys(statusAfter) as StatusAction[];
  return actions.find((action) => statusAfter[action] === status);
}

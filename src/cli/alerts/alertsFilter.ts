import type { Alert } from '../../domain/alert.ts';
import type { AlertsListOptions } from './alertsListOptions.ts';

/** Whether an alert is one of those that were asked for. */
export function alertsFilter({
  statuses,
  severities,
}: Pick<AlertsListOptions, 'statuses' | 'severities'>): (alert: Alert) => boolean {
  return ({ status, severity }) =>
    (statuses.length === 0 || statuses.includes(status)) && (severities.length === 0 || severities.includes(severity));
}

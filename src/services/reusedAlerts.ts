import type { Alert, AlertKey } from '../domain/alert.ts';
import type { Steps } from '../domain/steps.ts';
import { sameValue } from './sameValue.ts';

/** Alerts that are compared between two yields. */
const alertsAtOnce = 64;

/**
 * The alerts that were read, where they say the same as before as the objects that they were: whoever comes after sees
 * at a glance which have changed. The list itself is the one before when nothing has.
 */
export function* reusedAlerts(before: readonly Alert[], read: readonly Alert[]): Steps<readonly Alert[]> {
  const known = new Map<AlertKey, Alert>();
  for (const alert of before) {
    known.set(alert.key, alert);
    if (known.size % alertsAtOnce === 0) yield;
  }
  const alerts: Alert[] = [];
  for (const alert of read) {
    const old = known.get(alert.key);
    alerts.push(old !== undefined && sameValue(old, alert) ? old : alert);
    if (alerts.length % alertsAtOnce === 0) yield;
  }
  const isSame = alerts.length === before.length && alerts.every((alert, index) => alert === before[index]);
  return isSame ? before : alerts;
}

import type { Alert, AlertKey } from '../alert.ts';
import { alertTime } from '../alert.ts';
import { sortInSteps } from '../sortInSteps.ts';
import type { Steps } from '../steps.ts';

/** Alerts that are looked at between two yields. */
const alertsAtOnce = 512;

/**
 * One alert per key, newest first: the service re-delivers an alert when it changes, and pages can repeat one. The
 * delivery that the service processed last wins; between equals the one that was read last, which is the fresher answer.
 */
export function* alertsByKey(delivered: readonly (readonly Alert[])[]): Steps<ReadonlyMap<AlertKey, Alert>> {
  const latest = new Map<AlertKey, Alert>();
  for (const alerts of delivered) {
    for (const [index, alert] of alerts.entries()) {
      const known = latest.get(alert.key);
      if (known === undefined || processedAt(alert) >= processedAt(known)) latest.set(alert.key, alert);
      if (index % alertsAtOnce === 0) yield;
    }
  }
  const sorted = yield* sortInSteps(latest.values(), newestFirst);
  const byKey = new Map<AlertKey, Alert>();
  for (const alert of sorted) {
    byKey.set(alert.key, alert);
    if (byKey.size % alertsAtOnce === 0) yield;
  }
  return byKey;
}

function processedAt(alert: Alert): number {
  return alert.processingEndTime ?? alert.generatedTime ?? alert.endTime ?? -Infinity;
}

/** Unknown times last; ties by key, so that the order never depends on the order of delivery. */
function newestFirst(a: Alert, b: Alert): number {
  const [timeA, timeB] = [alertTime(a) ?? -Infinity, alertTime(b) ?? -Infinity];
  if (timeA !== timeB) return timeB > timeA ? 1 : -1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

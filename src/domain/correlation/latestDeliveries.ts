import type { Alert, AlertKey } from '../alert.ts';

/**
 * One alert per key: the service re-delivers an alert when it changes, and pages can repeat one. The delivery that the
 * service processed last wins; between equals the one that was read last, which is the fresher answer.
 */
export function latestDeliveries(alerts: readonly Alert[]): Map<AlertKey, Alert> {
  const latest = new Map<AlertKey, Alert>();
  for (const alert of alerts) {
    const known = latest.get(alert.key);
    if (known === undefined || processedAt(alert) >= processedAt(known)) latest.set(alert.key, alert);
  }
  return latest;
}

function processedAt(alert: Alert): number {
  return alert.processingEndTime ?? alert.generatedTime ?? alert.endTime ?? -Infinity;
}

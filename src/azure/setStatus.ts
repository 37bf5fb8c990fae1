import type { Alert } from '../domain/alert.ts';
import type { Json } from '../domain/json.ts';
import type { Cancellation, StatusAction } from '../services/ports.ts';
import type { AlertPath } from './alertPath.ts';
import { parseAlertPath } from './alertPath.ts';
import { changeAlertState, statusAfter } from './alertState.ts';
import type { Arm } from './arm.ts';
import { answerDeadline, armGet, tryDeadline } from './armGet.ts';
import { bounded, pause } from './bounded.ts';
import { unexpected } from './failureError.ts';
import { isSkippedRow, mapAlert } from './mapAlert.ts';
import { alertsApiVersion } from './pipeline/alertsApiVersion.ts';
import { toFailure } from './toFailure.ts';

/** The service may show a new state only seconds after it accepted it; waits before each look, in milliseconds. */
const looks = [0, 1_000, 2_000, 3_000];

/**
 * Changes an alert's status where its id says it lives, and gives the alert as the service then describes it. Once the
 * service has accepted the change it is never reported as failed: if reading back fails or still shows the old state,
 * the answer is the latest alert with the accepted status.
 *
 * @throws FailureError, or what the pipeline throws.
 */
export async function setStatus(
  arm: Arm,
  alert: Alert,
  action: StatusAction,
  cancellation: Cancellation,
): Promise<Alert> {
  const path = parseAlertPath(alert.id);
  if (path === undefined) throw unexpected('BadAlertId');
  await bounded({ cancellation, milliseconds: answerDeadline }, (abortSignal) =>
    changeAlertState(arm.clients.forSubscription(alert), path, action, {
      abortSignal,
      requestOptions: { timeout: tryDeadline },
    }),
  );
  return readBack(arm, alert, path, action, cancellation);
}

async function readBack(
  arm: Arm,
  alert: Alert,
  path: AlertPath,
  action: StatusAction,
  cancellation: Cancellation,
): Promise<Alert> {
  const status = statusAfter[action];
  let latest = alert;
  try {
    for (const wait of looks) {
      if (wait > 0) await pause(wait, cancellation);
      latest = await readAlert(arm, alert, path, cancellation);
      if (latest.status === status) return latest;
    }
    arm.log.warn('azure.statusNotYetVisible', { action });
  } catch (error) {
    arm.log.warn('azure.readBackFailed', { action, kind: toFailure(error, arm.clock.now()).kind });
  }
  return { ...latest, status };
}

async function readAlert(arm: Arm, alert: Alert, path: AlertPath, cancellation: Cancellation): Promise<Alert> {
  const group = path.resourceGroup === undefined ? [] : ['resourceGroups', path.resourceGroup];
  const place = ['providers', 'Microsoft.Security', 'locations', path.location, 'alerts', path.name];
  const link = arm.clients.link(['subscriptions', path.subscriptionId, ...group, ...place], alertsApiVersion);
  const client = arm.clients.forSubscription(alert);
  const mapped = mapAlert((await armGet(client, link, cancellation, arm.clock)) as Json, alert);
  if (isSkippedRow(mapped)) throw unexpected('BadEnvelope');
  return mapped;
}

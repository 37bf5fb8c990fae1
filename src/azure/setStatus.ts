import type { Alert } from '../domain/alert.ts';
import type { AzureFailure } from '../domain/azureFailure.ts';
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
import { neverArrived, toFailure } from './toFailure.ts';

/** The service may show a new state only seconds after it accepted it; waits before each look, in milliseconds. */
const looks = [0, 1_000, 2_000, 3_000];

/**
 * Looks after a change of which nobody knows whether it arrived; waits before each, in milliseconds. Fewer: the person
 * waits for a failure.
 */
const looksInDoubt = [0, 2_000];

/**
 * Changes an alert's status where its id says it lives, and gives the alert as the service then describes it. Once the
 * service has accepted the change it is never reported as failed: if reading back fails or still shows the old state,
 * the answer is the latest alert with the accepted status. A change is sent once; where its answer is lost, the alert is
 * read to see whether it took effect.
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
  try {
    await bounded({ cancellation, milliseconds: answerDeadline }, (abortSignal) =>
      changeAlertState(arm.clients.forSubscription(alert), path, action, {
        abortSignal,
        requestOptions: { timeout: tryDeadline },
      }),
    );
  } catch (error) {
    if (!mayHaveArrived(toFailure(error, arm.clock.now()))) throw error;
    const changed = await readInDoubt(arm, alert, path, action, cancellation);
    if (changed === undefined) throw error;
    return changed;
  }
  return readBack(arm, alert, path, action, cancellation);
}

/** Whether the service may have carried out a change in spite of how it ended for us. */
function mayHaveArrived(failure: AzureFailure): boolean {
  if (failure.kind === 'offline') return !neverArrived.has(failure.detail ?? '');
  if (failure.kind !== 'unexpected') return false;
  const { code, status = 0 } = failure;
  return code === 'UnreadableAnswer' || status === 408 || status >= 500;
}

/** The alert, if it now has the status that was asked for; undefined when it has not, or cannot be read either. */
async function readInDoubt(
  arm: Arm,
  alert: Alert,
  path: AlertPath,
  action: StatusAction,
  cancellation: Cancellation,
): Promise<Alert | undefined> {
  let found: Alert | undefined;
  try {
    for (const wait of looksInDoubt) {
      if (wait > 0) await pause(wait, cancellation);
      found = await readAlert(arm, alert, path, cancellation);
      if (found.status === statusAfter[action]) break;
    }
  } catch (error) {
    if (cancellation.aborted) throw error;
  }
  const changed = found?.status === statusAfter[action];
  arm.log.warn('azure.changeInDoubt', { action, changed });
  return changed ? found : undefined;
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

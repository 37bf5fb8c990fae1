import type { Alert } from '../domain/alert.ts';
import type { AzureFailure } from '../domain/azureFailure.ts';
import type { Json } from '../domain/json.ts';
import { statusAfter, type StatusAction } from '../domain/statusAction.ts';
import type { Cancellation, StatusChangeResult } from '../services/ports.ts';
import type { AlertPath } from './alertPath.ts';
import { parseAlertPath } from './alertPath.ts';
import { changeAlertState } from './alertState.ts';
import type { Arm } from './arm.ts';
import { answerDeadline, armGet, tryDeadline } from './armGet.ts';
import { bounded, pause } from './bounded.ts';
import { FailureError, unexpected } from './failureError.ts';
import { isSkippedRow, mapAlert } from './mapAlert.ts';
import { alertsApiVersion } from './pipeline/alertsApiVersion.ts';
import { neverArrived, toFailure } from './toFailure.ts';

/**
 * Looks after a change of which nobody knows whether it arrived; waits before each, in milliseconds. The service shows a
 * new state some six seconds after it accepted it.
 */
const looksInDoubt = [0, 2_000, 5_000];

/**
 * Changes an alert's status where its id says it lives. A change is sent once; where its answer is lost, the alert is
 * read to see whether it took effect: `inDoubt` when that did not show.
 *
 * @throws FailureError, or what the pipeline throws, when the service has not carried it out.
 */
export async function setStatus(
  arm: Arm,
  alert: Alert,
  action: StatusAction,
  cancellation: Cancellation,
): Promise<StatusChangeResult> {
  const path = parseAlertPath(alert.id);
  if (path === undefined) throw unexpected('BadAlertId');
  if (cancellation.aborted) throw new FailureError({ kind: 'cancelled' });
  try {
    await bounded({ cancellation, milliseconds: answerDeadline }, (abortSignal) =>
      changeAlertState(arm.clients.forSubscription(alert), path, action, {
        abortSignal,
        requestOptions: { timeout: tryDeadline },
      }),
    );
    return { kind: 'changed' };
  } catch (error) {
    const failure = toFailure(error, arm.clock.now());
    if (!mayHaveArrived(failure)) throw error;
    const changed = await tookEffect(arm, alert, path, action, cancellation);
    arm.log.warn('azure.changeInDoubt', { action, changed });
    return changed ? { kind: 'changed' } : { kind: 'inDoubt', failure };
  }
}

/** Whether the service may have carried out a change in spite of how it ended for us. */
function mayHaveArrived(failure: AzureFailure): boolean {
  if (failure.kind === 'cancelled') return true;
  if (failure.kind === 'offline') return !neverArrived.has(failure.detail ?? '');
  if (failure.kind !== 'unexpected') return false;
  const { code, status = 0 } = failure;
  return code === 'UnreadableAnswer' || status === 408 || status >= 500;
}

/** Whether the alert is seen to have the status that was asked for. */
async function tookEffect(
  arm: Arm,
  alert: Alert,
  path: AlertPath,
  action: StatusAction,
  cancellation: Cancellation,
): Promise<boolean> {
  try {
    for (const wait of looksInDoubt) {
      if (wait > 0) await pause(wait, cancellation);
      const { status } = await readAlert(arm, alert, path, cancellation);
      if (status === statusAfter[action]) return true;
    }
  } catch (error) {
    arm.log.warn('azure.readInDoubtFailed', { action, kind: toFailure(error, arm.clock.now()).kind });
  }
  return false;
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

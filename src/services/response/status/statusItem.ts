import type { AlertStatus } from '../../../domain/alertStatus.ts';
import type { StatusBatch } from './statusBatch.ts';
import type { StatusChange, StatusOutcome } from './statusChange.ts';
import { statusAfter } from '../../../domain/statusAction.ts';

/** A change on its way through the queue. */
export interface StatusItem extends StatusChange {
  readonly batch: StatusBatch;
  /** The alert's status without this change, as far as it is known: certain once the change is sent. */
  before: AlertStatus;
  outcome: StatusOutcome;
  /** An earlier change of the same alert that had not ended when this one was asked for. */
  after?: StatusItem | undefined;
}

export function isSettled({ outcome }: StatusItem): boolean {
  return outcome.kind !== 'waiting' && outcome.kind !== 'sending';
}

/** The status in which a change left its alert, as far as that is known. One that was not sent left what was before. */
export function statusLeft({ action, before, outcome, after }: StatusItem): AlertStatus {
  if (outcome.kind === 'changed' || outcome.kind === 'unchanged') return statusAfter[action];
  return after === undefined ? before : statusLeft(after);
}

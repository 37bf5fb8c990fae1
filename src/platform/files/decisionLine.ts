import { createHash } from 'node:crypto';
import { ownString, ownValue } from '../../domain/json.ts';
import { isStepKey } from '../../domain/remediation/stepKey.ts';
import type { StepProgress, StepState } from '../../domain/remediation/stepProgress.ts';
import type { LineFormat } from './checkedLine.ts';

/** One decision as it is stored: which alert, which step, and what was decided. */
export interface Decision {
  readonly alert: string;
  readonly step: string;
  readonly progress: StepProgress;
}

const alertKeyLimit = 128;
const hashedPrefix = 'sha256:';

/** Decisions as lines of a journal. */
export const decisionLine: LineFormat<Decision> = {
  version: 1,
  limit: 8192,
  write({ alert, step, progress: { state, by, at } }) {
    const reason = state.kind === 'skipped' ? { reason: state.reason } : {};
    return { alert, step, state: state.kind, ...reason, by, at };
  },
  read(fields) {
    const alert = ownString(fields, 'alert');
    const step = ownString(fields, 'step');
    const at = ownValue(fields, 'at');
    const by = ownValue(fields, 'by');
    const state = readState(ownString(fields, 'state'), ownString(fields, 'reason'));
    if (alert === undefined || step === undefined || state === undefined) return undefined;
    if (!isStepKey(step) || typeof at !== 'number' || !Number.isSafeInteger(at) || typeof by !== 'string')
      return undefined;
    return { alert, step, progress: { state, by, at } };
  },
};

/** The alert key as stored: as it is, or its hash when it is too long for a line or could be mistaken for a hash. */
export function storedAlertKey(alertKey: string): string {
  if (alertKey.length <= alertKeyLimit && !alertKey.startsWith(hashedPrefix)) return alertKey;
  return hashedPrefix + createHash('sha256').update(alertKey).digest('hex');
}

function readState(kind: string | undefined, reason: string | undefined): StepState | undefined {
  if (kind === 'toDo' || kind === 'done') return { kind };
  return kind === 'skipped' && reason !== undefined ? { kind, reason } : undefined;
}

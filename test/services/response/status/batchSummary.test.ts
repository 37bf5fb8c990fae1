import { describe, expect, it } from 'vitest';
import { batchSummary, countBatch, hasProblems } from '../../../../src/services/response/status/batchSummary.ts';
import type { StatusOutcome } from '../../../../src/services/response/status/statusChange.ts';
import { anAlert } from '../../../builders/alert.ts';

const refused = { kind: 'failed', failure: { kind: 'forbidden' } } as const;
const changed = { kind: 'changed' } as const;

function countsOf(outcomes: readonly StatusOutcome[]) {
  return countBatch(outcomes.map((outcome) => ({ alert: anAlert(), action: 'dismiss', before: 'Active', outcome })));
}

describe('the summary of a batch', () => {
  it('is a number when all went well', () => {
    expect(batchSummary(countsOf([changed]))).toBe('1 alert.');
    expect(batchSummary(countsOf(Array.from({ length: 1_200 }, () => changed)))).toBe('1,200 alerts.');
    expect(hasProblems(countsOf([changed]))).toBe(false);
  });

  it('says what did not go as asked', () => {
    const counts = countsOf([
      changed,
      { kind: 'unchanged' },
      { kind: 'cancelled' },
      { kind: 'failed', failure: { kind: 'tooLarge' } },
      { kind: 'notTried', failure: { kind: 'offline' } },
      { kind: 'inDoubt', failure: { kind: 'offline' } },
    ]);
    expect(batchSummary(counts)).toBe(
      '1 of 6 alerts. 1 had that status already. 1 was called off before being sent. 2 could not be changed. Of 1 the answer was lost: they are read from Azure again.',
    );
    expect(hasProblems(counts)).toBe(true);
  });

  it('names the role that is missing when that is all that went wrong', () => {
    expect(batchSummary(countsOf([refused, changed]))).toContain('Security Admin');
    expect(batchSummary(countsOf([refused, { kind: 'failed', failure: { kind: 'tooLarge' } }]))).not.toContain('role');
  });
});

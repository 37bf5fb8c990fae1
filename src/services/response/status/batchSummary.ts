import { rolesForStatus } from '../../rightsText.ts';
import type { StatusOutcome, StatusResult } from './statusChange.ts';

/** How a batch ended, in figures. */
export interface BatchCounts {
  readonly total: number;
  readonly by: Readonly<Record<StatusOutcome['kind'], number>>;
  /** Whether every change that was refused was refused for want of a role. */
  readonly forbidden: boolean;
}

export function countBatch(results: readonly StatusResult[]): BatchCounts {
  const by = { waiting: 0, sending: 0, changed: 0, unchanged: 0, cancelled: 0, failed: 0, notTried: 0, inDoubt: 0 };
  for (const { outcome } of results) by[outcome.kind] += 1;
  const refused = results.flatMap(({ outcome }) => ('failure' in outcome ? [outcome.failure] : []));
  const forbidden = refused.length > 0 && refused.every(({ kind }) => kind === 'forbidden');
  return { total: results.length, by, forbidden };
}

/** Whether anything of a batch is worth a look at its details. */
export function hasProblems({ by }: BatchCounts): boolean {
  return by.failed + by.notTried + by.inDoubt > 0;
}

/** How a batch ended, to stand behind what was done ("Dismissed: "): figures and words of ours alone. */
export function batchSummary({ total, by, forbidden }: BatchCounts): string {
  const failed = by.failed + by.notTried;
  return [
    by.changed === total ? `${alerts(total)}.` : `${figure(by.changed)} of ${alerts(total)}.`,
    by.unchanged === 0 ? '' : `${figure(by.unchanged)} had that status already.`,
    by.cancelled === 0 ? '' : `${figure(by.cancelled)} ${wasWere(by.cancelled)} called off before being sent.`,
    failed === 0 ? '' : `${figure(failed)} could not be changed.`,
    by.inDoubt === 0 ? '' : `Of ${figure(by.inDoubt)} the answer was lost: they are read from Azure again.`,
    forbidden ? `Azure refused: your role does not allow it. ${rolesForStatus}` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function alerts(count: number): string {
  return `${figure(count)} alert${count === 1 ? '' : 's'}`;
}

function wasWere(count: number): string {
  return count === 1 ? 'was' : 'were';
}

function figure(count: number): string {
  return count.toLocaleString('en');
}

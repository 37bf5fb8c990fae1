import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChecklistProgress,
  laterProgress,
  mergeProgress,
  sameProgress,
  type StepProgress,
  type StepState,
} from '../../../src/domain/remediation/stepProgress.ts';

const state: fc.Arbitrary<StepState> = fc.oneof(
  fc.constantFrom<StepState>({ kind: 'toDo' }, { kind: 'done' }),
  fc.constantFrom('a', 'b').map((reason): StepState => ({ kind: 'skipped', reason })),
);
// Few values, so that equal times and names really meet.
const progress: fc.Arbitrary<StepProgress> = fc.record({ state, by: fc.constantFrom('ada', 'bob'), at: fc.nat(3) });
const history: fc.Arbitrary<ChecklistProgress> = fc
  .dictionary(fc.constantFrom('k1', 'k2', 'k3', '__proto__'), progress)
  .map((entries) => new Map(Object.entries(entries)));

function sorted(merged: ChecklistProgress): unknown {
  return [...merged].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

describe('merging two histories', () => {
  it('lets the later decision stand, and at the same instant one that does not depend on the side', () => {
    const early: StepProgress = { state: { kind: 'done' }, by: 'bob', at: 1 };
    const late: StepProgress = { state: { kind: 'toDo' }, by: 'ada', at: 2 };
    expect(laterProgress(early, late)).toBe(late);
    expect(laterProgress({ ...early, at: 2 }, late)).toEqual(laterProgress(late, { ...early, at: 2 }));
  });

  it('is commutative', () => {
    fc.assert(
      fc.property(history, history, (a, b) => {
        expect(sorted(mergeProgress(a, b))).toEqual(sorted(mergeProgress(b, a)));
      }),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(history, history, history, (a, b, c) => {
        expect(sorted(mergeProgress(mergeProgress(a, b), c))).toEqual(sorted(mergeProgress(a, mergeProgress(b, c))));
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(history, (a) => {
        expect(sorted(mergeProgress(a, a))).toEqual(sorted(a));
      }),
    );
  });

  it('changes neither history', () => {
    const a: ChecklistProgress = new Map([['k1', { state: { kind: 'done' }, by: 'ada', at: 1 }]]);
    mergeProgress(a, new Map([['k1', { state: { kind: 'toDo' }, by: 'ada', at: 2 }]]));
    expect(a.get('k1')?.at).toBe(1);
  });

  it('takes decisions for the same only when who, when, what and why are', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(sameProgress(a, b)).toBe(JSON.stringify(a) === JSON.stringify({ state: b.state, by: b.by, at: b.at }));
      }),
    );
  });
});

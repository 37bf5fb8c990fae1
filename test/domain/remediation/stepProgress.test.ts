import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  laterProgress,
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

describe('two copies of a step that meet', () => {
  it('let the later decision stand', () => {
    const early: StepProgress = { state: { kind: 'done' }, by: 'bob', at: 1 };
    const late: StepProgress = { state: { kind: 'toDo' }, by: 'ada', at: 2 };
    expect(laterProgress(early, late)).toBe(late);
    expect(laterProgress(late, early)).toBe(late);
  });

  it('agree in whatever order they meet', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(laterProgress(a, b)).toEqual(laterProgress(b, a));
      }),
    );
  });

  it('agree in whatever groups they meet', () => {
    fc.assert(
      fc.property(progress, progress, progress, (a, b, c) => {
        expect(laterProgress(laterProgress(a, b), c)).toEqual(laterProgress(a, laterProgress(b, c)));
      }),
    );
  });

  it('agree however often they meet', () => {
    fc.assert(
      fc.property(progress, (a) => {
        expect(laterProgress(a, a)).toEqual(a);
      }),
    );
  });

  it('are the same only when who, when, what and why are', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(sameProgress(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});

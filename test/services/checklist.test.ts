import { describe, expect, it } from 'vitest';
import { normalizeRemediation } from '../../src/domain/remediation/normalizeRemediation.ts';
import type { StepProgress, StepState } from '../../src/domain/remediation/stepProgress.ts';
import { checklistOf, decideAfter, reasonLimit, refusalOf } from '../../src/services/checklist.ts';

function decided(state: StepState, at = 1): StepProgress {
  return { state, by: 'ada', at };
}

describe('a checklist', () => {
  it('counts every step that has a box, nested ones too, and ignores progress of steps that are gone', () => {
    const steps = normalizeRemediation(['1. Do this:\n   a. One\n   b. Two', '2. Close.']);
    const [parent, last] = steps;
    const progress = new Map([
      [parent!.children[0]!.key, decided({ kind: 'done' })],
      [parent!.children[1]!.key, decided({ kind: 'toDo' })],
      [last!.key, decided({ kind: 'skipped', reason: 'r' })],
      ['0000000000000000', decided({ kind: 'done' })],
    ]);
    const { done, skipped, total } = checklistOf('a', steps, progress);
    expect({ done, skipped, total }).toEqual({ done: 1, skipped: 1, total: 4 });
  });

  it('finds the progress of a step again after renumbering and reordering', () => {
    const before = normalizeRemediation(['1. Isolate', '2. Rotate']);
    const progress = new Map([[before[1]!.key, decided({ kind: 'done' })]]);
    const after = checklistOf('a', normalizeRemediation(['1. Rotate', '2. Report', '3. Isolate']), progress);
    expect(after.done).toBe(1);
    expect(after.progress.get(after.steps[0]!.key)?.state.kind).toBe('done');
  });
});

describe('a decision', () => {
  it.each<[StepState, number, string | undefined]>([
    [{ kind: 'toDo' }, 0, undefined],
    [{ kind: 'done' }, 1, undefined],
    [{ kind: 'skipped', reason: 'x'.repeat(reasonLimit) }, 1, undefined],
    [{ kind: 'skipped', reason: 'x'.repeat(reasonLimit + 1) }, 1, 'reasonTooLong'],
    [{ kind: 'skipped', reason: '' }, 1, 'noReason'],
    [{ kind: 'skipped', reason: '\u00A0\t' }, 1, 'noReason'],
    [{ kind: 'done' }, -1, 'badTime'],
    [{ kind: 'done' }, 1.5, 'badTime'],
    [{ kind: 'done' }, Infinity, 'badTime'],
  ])('%j at %d is refused for: %s', (state, at, why) => {
    expect(refusalOf(decided(state, at))).toEqual(why === undefined ? undefined : { kind: 'refused', why });
  });

  it('comes after the one that it replaces, whatever the clock says', () => {
    const ahead = decided({ kind: 'done' }, 5000);
    expect(decideAfter(ahead, decided({ kind: 'toDo' }, 3000)).at).toBe(5001);
    expect(decideAfter(ahead, decided({ kind: 'toDo' }, 5000)).at).toBe(5001);
    expect(decideAfter(ahead, decided({ kind: 'toDo' }, 6000)).at).toBe(6000);
    expect(decideAfter(undefined, decided({ kind: 'toDo' }, 3000)).at).toBe(3000);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UndoStack, type UndoOutcome } from '../../../src/services/undo/undoStack.ts';

function stackOf(outcomes: readonly UndoOutcome[]): { stack: UndoStack; tried: number[] } {
  const stack = new UndoStack();
  const tried: number[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    stack.push(() => {
      tried.push(index);
      return Promise.resolve(outcome);
    });
  }
  return { stack, tried };
}

it('takes back the last thing first', async () => {
  const { stack, tried } = stackOf(['undone', 'undone']);
  expect([await stack.undoLast(), await stack.undoLast(), await stack.undoLast()]).toEqual([
    'undone',
    'undone',
    'nothing',
  ]);
  expect(tried).toEqual([1, 0]);
});

it('passes over what does not stand any more', async () => {
  const { stack, tried } = stackOf(['undone', 'nothing', 'nothing']);
  expect(await stack.undoLast()).toBe('undone');
  expect(tried).toEqual([2, 1, 0]);
});

it('keeps what could not be taken back, for another try', async () => {
  const { stack, tried } = stackOf(['undone', 'failed']);
  expect([await stack.undoLast(), await stack.undoLast()]).toEqual(['failed', 'failed']);
  expect(tried).toEqual([1, 1]);
});

it('forgets what is older than a hundred things, and everything when it is told to', async () => {
  const { stack, tried } = stackOf(Array.from({ length: 101 }, () => 'nothing' as const));
  expect([await stack.undoLast(), tried.length, tried.at(-1)]).toEqual(['nothing', 100, 1]);
  const other = stackOf(['undone']);
  other.stack.clear();
  expect([await other.stack.undoLast(), other.tried]).toEqual(['nothing', []]);
});

it('takes back each thing that stands exactly once, in reverse order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<UndoOutcome>('undone', 'nothing'), { maxLength: 20 }),
      async (outcomes) => {
        const { stack, tried } = stackOf(outcomes);
        while ((await stack.undoLast()) !== 'nothing');
        expect(tried).toEqual([...outcomes.keys()].toReversed());
      },
    ),
  );
});

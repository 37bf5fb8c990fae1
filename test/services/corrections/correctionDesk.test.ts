import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../src/domain/correlation/corrections/correction.ts';
import { noCorrections } from '../../../src/domain/correlation/corrections/corrections.ts';
import { UndoStack } from '../../../src/services/undo/undoStack.ts';
import { noon } from '../../builders/alert.ts';
import { inSequence } from '../../builders/corrections.ts';
import { aDesk, MemoryCorrections } from '../../builders/correctionStore.ts';

const merge: Correction = { kind: 'merge', alerts: ['a', 'b'] };
const remove: Correction = { kind: 'remove', alerts: ['a'], from: [['b']] };

describe('a desk for corrections', () => {
  it('says who decided what, each after the one before it', async () => {
    const desk = aDesk();
    expect(await desk.make([merge, remove])).toHaveLength(2);
    await desk.make([merge]);
    expect(desk.made.map(({ at, by, correction }) => [at - noon, by, correction.kind])).toEqual([
      [0, 'ada', 'merge'],
      [1, 'ada', 'remove'],
      [2, 'ada', 'merge'],
    ]);
    expect(desk.corrections.together).toEqual([['a', 'b']]);
  });

  it('gives the same object until something changes', async () => {
    const desk = aDesk();
    const before = desk.corrections;
    expect(desk.corrections).toBe(before);
    await desk.make([merge]);
    expect(desk.corrections).not.toBe(before);
  });

  it('undoes what was done, the last first, and restores exactly what was before', async () => {
    const stack = new UndoStack();
    const desk = aDesk(undefined, stack);
    await desk.make([merge]);
    const { corrections } = desk;
    await desk.make([remove, remove]);
    expect(await stack.undoLast()).toBe('undone');
    expect(desk.corrections).toEqual(corrections);
    expect([await stack.undoLast(), desk.corrections, await stack.undoLast()]).toEqual([
      'undone',
      noCorrections,
      'nothing',
    ]);
  });

  it('undoes any one of them, and passes over it later', async () => {
    const stack = new UndoStack();
    const desk = aDesk(undefined, stack);
    await desk.make([merge]);
    await desk.make([remove]);
    const [first, second] = desk.made;
    expect([await desk.undo([second!.id]), await desk.undo([second!.id])]).toEqual(['undone', 'nothing']);
    expect([await stack.undoLast(), desk.made.includes(first!)]).toEqual(['undone', false]);
  });

  it('says when nothing could be stored, and then nothing counts', async () => {
    const store = new MemoryCorrections();
    const stack = new UndoStack();
    const desk = aDesk(store, stack);
    await desk.make([merge]);
    store.broken = true;
    expect([await desk.make([remove]), await stack.undoLast()]).toEqual([undefined, 'failed']);
    expect(desk.corrections.together).toEqual([['a', 'b']]);
  });

  it('adds what others made, once, and undoes it as one thing', async () => {
    const stack = new UndoStack();
    const desk = aDesk(undefined, stack);
    const theirs = inSequence([merge, remove]).map((each, index) => ({
      ...each,
      id: each.id.replace('0000-4', `000${String(index)}-4`),
      at: noon - 9 + index,
    }));
    expect(await desk.merge(theirs)).toEqual({ added: theirs, known: 0 });
    expect(await desk.merge(theirs)).toEqual({ added: [], known: 2 });
    expect([await stack.undoLast(), desk.made]).toEqual(['undone', []]);
    expect(await desk.merge(theirs)).toEqual({ added: theirs, known: 0 });
  });

  it('lets no correction of a time to come overrule what is decided from now on', async () => {
    const desk = aDesk();
    await desk.merge(
      inSequence([merge]).map((each) => ({ ...each, id: each.id.replace('4000', '4fff'), at: noon * 2 })),
    );
    await desk.make([remove]);
    expect(desk.corrections.apart).toHaveLength(1);
    expect(desk.corrections.together).toEqual([]);
  });
});

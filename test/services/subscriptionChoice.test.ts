import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenOf, decide, everySubscription, hide, readChoice } from '../../src/services/subscriptionChoice.ts';
import { aSubscription } from '../builders/storeState.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => aSubscription(id)) as [
  ReturnType<typeof aSubscription>,
  ReturnType<typeof aSubscription>,
  ReturnType<typeof aSubscription>,
];

describe('a choice of subscriptions', () => {
  it('is everything at first, and what comes later too', () => {
    expect(chosenOf(everySubscription, [a, b])).toEqual([a, b]);
  });

  it('tells "all of these" from "all, whatever comes"', () => {
    const all = { offered: [a, b], checked: new Set(['a', 'b']) };
    const only = decide(everySubscription, { ...all, addNew: false });
    const every = decide(everySubscription, { ...all, addNew: true });
    expect(chosenOf(only, [a, b, c])).toEqual([a, b]);
    expect(chosenOf(every, [a, b, c])).toEqual([a, b, c]);
  });

  it('leaves out what was unchecked, and takes in what is new', () => {
    const choice = decide(everySubscription, { offered: [a, b], checked: new Set(['a']), addNew: true });
    expect(chosenOf(choice, [a, b, c])).toEqual([a, c]);
  });

  it('keeps what was decided about subscriptions that are out of reach for now', () => {
    const only = { kind: 'only', ids: ['a', 'c'] } as const;
    const after = decide(only, { offered: [a, b], checked: new Set(['b']), addNew: false });
    expect(chosenOf(after, [a, b, c])).toEqual([b, c]);
    const all = { kind: 'all', except: ['c'] } as const;
    expect(chosenOf(decide(all, { offered: [a], checked: new Set(['a']), addNew: true }), [a, b, c])).toEqual([a, b]);
  });

  it('hides one without touching the others', () => {
    expect(chosenOf(hide(everySubscription, 'b'), [a, b, c])).toEqual([a, c]);
    expect(chosenOf(hide({ kind: 'only', ids: ['a', 'b'] }, 'b'), [a, b, c])).toEqual([a]);
  });

  it('shows exactly what was checked of what was offered', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-f]$/)),
        fc.array(fc.stringMatching(/^[a-f]$/)),
        fc.array(fc.stringMatching(/^[a-f]$/)),
        fc.boolean(),
        fc.boolean(),
        (ids, checkedIds, named, addNew, wasAll) => {
          const offered = ids.map((id) => aSubscription(id));
          const before = wasAll ? ({ kind: 'all', except: named } as const) : ({ kind: 'only', ids: named } as const);
          const checked = new Set(checkedIds);
          const shown = chosenOf(decide(before, { offered, checked, addNew }), offered);
          expect(shown.map(({ subscriptionId }) => subscriptionId)).toEqual(ids.filter((id) => checked.has(id)));
        },
      ),
    ));
});

describe('a stored choice', () => {
  it.each([
    [
      { kind: 'all', except: ['a'] },
      { kind: 'all', except: ['a'] },
    ],
    [
      { kind: 'only', ids: [] },
      { kind: 'only', ids: [] },
    ],
    [['a'], { kind: 'only', ids: ['a'] }],
    [undefined, everySubscription],
    [{ kind: 'only', ids: [1] }, everySubscription],
    [{ kind: 'some' }, everySubscription],
  ])('%j is read as %j', (stored, choice) => expect(readChoice(stored)).toEqual(choice));
});

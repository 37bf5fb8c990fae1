import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../../src/domain/correlation/corrections/correction.ts';
import { noCorrections } from '../../../../src/domain/correlation/corrections/corrections.ts';
import { foldCorrections } from '../../../../src/domain/correlation/corrections/foldCorrections.ts';
import { someCorrections } from '../../../builders/arbitraryCorrections.ts';
import { folded, inSequence } from '../../../builders/corrections.ts';

const merge = (...alerts: readonly string[]): Correction => ({ kind: 'merge', alerts });
const remove = (alert: string, ...from: readonly string[]): Correction => ({
  kind: 'remove',
  alerts: [alert],
  from: [from],
});

describe('folding corrections', () => {
  it('says nothing for none', () => expect(folded()).toEqual(noCorrections));

  it('joins what overlaps', () =>
    expect(folded(merge('a', 'b'), merge('d', 'c'), merge('c', 'b')).together).toEqual([['a', 'b', 'c', 'd']]));

  it('keeps one apart from all that stay, and those together', () =>
    expect(folded(remove('x', 'b', 'a'))).toMatchObject({
      together: [['a', 'b']],
      apart: [{ away: ['x'], stayed: ['a', 'b'] }],
    }));

  it('leaves one alert that stays alone: it is no incident', () =>
    expect(folded(remove('x', 'a')).together).toEqual([]));

  it('takes an alert out of what was merged before, and nothing else', () =>
    expect(folded(merge('a', 'b', 'x'), remove('x', 'a', 'b')).together).toEqual([['a', 'b']]));

  it('lets a later merge overrule a removal only where they contradict each other', () => {
    expect(folded(remove('x', 'a', 'b'), merge('x', 'a'))).toMatchObject({ together: [['a', 'b', 'x']], apart: [] });
    const twoAway: Correction = { kind: 'remove', alerts: ['x', 'y'], from: [['a']] };
    expect(folded(twoAway, merge('x', 'a')).apart).toEqual([{ away: ['y'], stayed: ['a'] }]);
  });

  it('moves an alert: out of the one, into the other', () => {
    const move: Correction = { kind: 'move', alerts: ['x'], from: [['a', 'b']], to: ['c', 'd'] };
    expect(folded(merge('a', 'x'), move)).toMatchObject({
      together: [
        ['a', 'b'],
        ['c', 'd', 'x'],
      ],
      apart: [{ away: ['x'], stayed: ['a', 'b'] }],
    });
  });

  it('makes an incident of one alert, and ends it again', () => {
    const start: Correction = { kind: 'move', alerts: ['x'], from: [], to: [] };
    expect(folded(start).together).toEqual([['x']]);
    expect(folded(start, remove('x')).together).toEqual([]);
  });

  it('keeps names and pins in the order in which they were said', () => {
    const name = (said: string): Correction => ({ kind: 'rename', alerts: ['a'], name: said });
    expect(folded(name('one'), name('two'), { kind: 'pin', alerts: ['a'], pinned: true })).toMatchObject({
      names: [{ said: 'one' }, { said: 'two' }],
      pins: [{ said: true }],
    });
  });

  it('never contradicts itself, whatever was decided', () => {
    fc.assert(
      fc.property(someCorrections, (corrections) => {
        const { together, apart } = folded(...corrections);
        const all = together.flat();
        expect(new Set(all).size).toBe(all.length);
        for (const { away, stayed } of apart) {
          expect([away.length > 0, stayed.length > 0]).toEqual([true, true]);
          for (const set of together) {
            const torn = set.some((key) => away.includes(key)) && set.some((key) => stayed.includes(key));
            expect(torn).toBe(false);
          }
        }
      }),
    );
  });

  it('the last one stands whole', () => {
    fc.assert(
      fc.property(someCorrections, (corrections) => {
        const { together, apart } = folded(...corrections);
        const last = corrections.at(-1);
        if (last === undefined || last.kind === 'rename' || last.kind === 'pin') return;
        const asOne = (keys: readonly string[]): boolean =>
          keys.length === 0 || together.some((set) => keys.every((key) => set.includes(key)));
        if (last.kind === 'merge') expect(asOne(last.alerts)).toBe(true);
        if (last.kind === 'move') expect(asOne([...last.alerts, ...last.to])).toBe(true);
        if (last.kind === 'remove') {
          for (const stayed of last.from)
            for (const other of stayed) {
              for (const away of last.alerts.filter((key) => !stayed.includes(key))) {
                expect(apart.some((pair) => pair.away.includes(away) && pair.stayed.includes(other))).toBe(true);
              }
            }
        }
      }),
    );
  });

  it('does not depend on the order in which they are read', () => {
    fc.assert(
      fc.property(
        someCorrections.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...inSequence(list)], { minLength: list.length })),
        ),
        ([corrections, shuffled]) => {
          expect(foldCorrections(shuffled)).toEqual(folded(...corrections));
        },
      ),
    );
  });
});

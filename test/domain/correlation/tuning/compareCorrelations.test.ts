import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate } from '../../../../src/domain/correlation/correlate.ts';
import { defaultOptions, serviceTrusts } from '../../../../src/domain/correlation/correlationOptions.ts';
import {
  compareCorrelations,
  type IncidentChange,
  type IncidentChangeKind,
} from '../../../../src/domain/correlation/tuning/compareCorrelations.ts';
import { thresholdsOf } from '../../../../src/domain/correlation/tuning/precision.ts';
import type { Incident } from '../../../../src/domain/incident.ts';
import { aSmallWorld } from '../../../builders/arbitraryWorld.ts';
import { attackStory } from '../../../builders/attackStory.ts';
import { day } from '../../../builders/alert.ts';

const [model] = correlate(attackStory()).incidents as [Incident];

/** An incident over alerts that are called by single letters; it has the name of the first unless it is given one. */
function over(letters: string, id = `local:${letters.slice(0, 1)}`): Incident {
  const members = Array.from(letters, (alertKey) => alertKey).map(
    (alertKey) => ({ kind: 'alert', alertKey, reason: { kind: 'repeated' } }) as const,
  );
  return { ...model, id, members };
}

function declared(id: string, letters: string): Incident {
  return { ...over(letters, id), origin: 'service', declaredBy: id };
}

/** "ab+cd → abcd: merged" for each change. */
function told(before: readonly Incident[], after: readonly Incident[]): readonly string[] {
  const letters = (incidents: readonly Incident[]): string =>
    incidents
      .map(({ members }) => members.map((member) => (member.kind === 'alert' ? member.alertKey : '?')).join(''))
      .join('+');
  return compareCorrelations(before, after).changes.map(
    ({ kind, before: old, after: fresh }) => `${letters(old)} → ${letters(fresh)}: ${kind}`,
  );
}

describe('what became of incidents', () => {
  it.each([
    ['merged', [over('ab'), over('cd')], [over('abcd')], ['ab+cd → abcd: merged']],
    ['split', [over('abcd')], [over('ab'), over('cd')], ['abcd → ab+cd: split']],
    ['grew', [over('ab')], [over('abc')], ['ab → abc: grew']],
    ['shrank', [over('abc')], [over('ab')], ['abc → ab: shrank']],
    ['changed', [over('abc')], [over('abd')], ['abc → abd: changed']],
    ['appeared', [], [over('ab')], [' → ab: appeared']],
    ['vanished', [over('ab')], [], ['ab → : vanished']],
    [
      'rearranged',
      [over('abcdefg'), over('hi')],
      [over('abc'), over('defghi')],
      ['abcdefg+hi → abc+defghi: rearranged'],
    ],
  ] as const)('%s', (_, before, after, expected) => expect(told(before, after)).toEqual(expected));

  it('is one merger where a large one takes a small one in and loses an alert', () =>
    expect(told([over('abcdef'), over('gh')], [over('abcdegh')])).toEqual(['abcdef+gh → abcdegh: merged']));

  it('follows the alerts, not the names', () => expect(told([over('ab', 'x')], [over('ab', 'y')])).toEqual([]));

  it('counts how many alerts joined and left', () =>
    expect(compareCorrelations([over('ab'), over('cd')], [over('abcxyz')]).changes).toMatchObject([
      { kind: 'merged', joined: 3, left: 1 },
    ]));

  it('knows an incident of the service none of whose alerts is in the list', () =>
    expect(compareCorrelations([declared('s', '')], [declared('s', '')])).toEqual({ changes: [], unchanged: 1 }));

  it('takes two incidents over the same alerts for themselves', () => {
    const twins = [over('ab', 'x'), over('ab', 'y')];
    expect(compareCorrelations(twins, twins)).toEqual({ changes: [], unchanged: 2 });
  });

  it('keeps apart an incident of the service and one of ours over the same alerts', () => {
    const both = [declared('s', 'ab'), over('ab')];
    expect(compareCorrelations(both, both.toReversed())).toEqual({ changes: [], unchanged: 2 });
  });
});

/** Two ways to correlate one world, a few settings apart. */
const aPairOfResults = fc
  .tuple(aSmallWorld, fc.nat(100), fc.nat(100), fc.constantFrom(...serviceTrusts))
  .map(
    ([world, one, other, serviceTrust]) =>
      [
        correlate(world, { ...defaultOptions, thresholds: thresholdsOf(one) }).incidents,
        correlate(world, { ...defaultOptions, thresholds: thresholdsOf(other), longestSpan: 2 * day, serviceTrust })
          .incidents,
      ] as const,
  );

const backwards: Readonly<Record<IncidentChangeKind, IncidentChangeKind>> = {
  merged: 'split',
  split: 'merged',
  rearranged: 'rearranged',
  grew: 'shrank',
  shrank: 'grew',
  changed: 'changed',
  appeared: 'vanished',
  vanished: 'appeared',
};

function reversed({ kind, before, after, joined, left }: IncidentChange): IncidentChange {
  return { kind: backwards[kind], before: after, after: before, joined: left, left: joined };
}

describe('a comparison', () => {
  it('finds nothing between a correlation and itself', () => {
    fc.assert(
      fc.property(aPairOfResults, ([incidents]) => {
        expect(compareCorrelations(incidents, incidents)).toEqual({ changes: [], unchanged: incidents.length });
      }),
    );
  });

  it('is the same backwards, with mergers for splits', () => {
    fc.assert(
      fc.property(aPairOfResults, ([before, after]) => {
        const there = compareCorrelations(before, after);
        expect(compareCorrelations(after, before)).toEqual({ ...there, changes: there.changes.map(reversed) });
      }),
    );
  });

  it('is the same in any order', () => {
    fc.assert(
      fc.property(aPairOfResults, ([before, after]) => {
        const shuffled = compareCorrelations(before.toReversed(), after.toReversed());
        expect(shuffled).toEqual(compareCorrelations(before, after));
      }),
    );
  });

  it('counts every incident once, on both sides', () => {
    fc.assert(
      fc.property(aPairOfResults, ([before, after]) => {
        const { changes, unchanged } = compareCorrelations(before, after);
        const ids = (side: 'before' | 'after'): readonly string[] =>
          changes.flatMap((change) => change[side].map(({ id }) => id));
        for (const [side, all] of [
          ['before', before],
          ['after', after],
        ] as const) {
          expect(new Set(ids(side)).size + unchanged).toBe(all.length);
          expect(ids(side)).toHaveLength(all.length - unchanged);
        }
      }),
    );
  });
});

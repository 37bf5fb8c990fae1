import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continueIdentities } from '../../../../src/domain/correlation/identity/continueIdentities.ts';
import {
  noIdentities,
  type IncidentIdentities,
} from '../../../../src/domain/correlation/identity/incidentIdentities.ts';
import { memberKeys, type Incident } from '../../../../src/domain/incident.ts';
import { aFoundIncident } from '../../../builders/foundIncident.ts';

/** Alerts are named by letters, and happen in the order of the alphabet. */
function of(letters: string): Incident {
  const time = letters.charCodeAt(0);
  return aFoundIncident(Array.from(letters), {
    firstActivity: time,
    lastActivity: letters.charCodeAt(letters.length - 1),
  });
}

function declared(id: string, letters: string): Incident {
  return { ...of(letters), id, origin: 'mixed', declaredBy: id };
}

function after(...runs: readonly (readonly Incident[])[]): IncidentIdentities {
  return runs.reduce((identities, run) => continueIdentities(identities, run).after, noIdentities);
}

function idsOf(before: IncidentIdentities, ...incidents: readonly Incident[]): readonly string[] {
  return continueIdentities(before, incidents).ids;
}

function formerIdsOf(before: IncidentIdentities, ...incidents: readonly Incident[]): object {
  return Object.fromEntries(continueIdentities(before, incidents).after.formerIds);
}

describe('an incident', () => {
  it('that was never found before is named after its earliest alert', () => {
    expect(idsOf(noIdentities, of('cd'), of('ab'))).toEqual(['local:c', 'local:a']);
  });

  it('keeps its id when later alerts join, and when an earlier one arrives late', () => {
    expect(idsOf(after([of('cd')]), of('cdef'))).toEqual(['local:c']);
    expect(idsOf(after([of('cd')]), of('bcd'))).toEqual(['local:c']);
  });

  it('keeps its id when its earliest alerts leave the list', () => {
    expect(idsOf(after([of('abcd')]), of('cd'))).toEqual(['local:a']);
    expect(idsOf(after([of('abcd')], [of('bcd')], [of('cde')], [of('de')]), of('e'))).toEqual(['local:a']);
  });

  it('keeps its id when it comes back', () => {
    expect(idsOf(after([of('bc')], []), of('abc'))).toEqual(['local:b']);
  });

  it('keeps the id that it was given when it is named after an alert of another', () => {
    const parted = after([of('bc')], [of('abc')], [of('a'), of('bc')]);
    expect(idsOf(parted, of('a'), of('bc'))).toEqual(['local:b', 'local:c']);
  });
});

describe('a merge', () => {
  const two = after([of('bc'), of('ef')]);

  it('keeps the id of the older incident, and leads from the other to it', () => {
    expect(idsOf(two, of('bcef'))).toEqual(['local:b']);
    expect(formerIdsOf(two, of('bcef'))).toEqual({ 'local:e': 'local:b' });
  });

  it('counts as older whose activity began first, whatever their names', () => {
    const earlier = after([of('bc'), of('ef')], [of('bc'), of('aef')]);
    expect(idsOf(earlier, of('abcef'))).toEqual(['local:e']);
  });

  it('leads in one step to the end, however many followed each other', () => {
    const once = after([of('bc'), of('ef'), of('hi')], [of('bc'), of('efhi')]);
    expect(formerIdsOf(once, of('bcefhi'))).toEqual({ 'local:e': 'local:b', 'local:h': 'local:b' });
  });

  it('that comes undone gives both their ids back', () => {
    const merged = after([of('bc'), of('ef')], [of('bcef')]);
    expect(idsOf(merged, of('bc'), of('ef'))).toEqual(['local:b', 'local:e']);
    expect(formerIdsOf(merged, of('bc'), of('ef'))).toEqual({});
  });
});

describe('a split', () => {
  it('leaves the id with the part in which the attack began', () => {
    const whole = after([of('abcd')]);
    expect(idsOf(whole, of('bd'), of('ac'))).toEqual(['local:b', 'local:a']);
  });

  it('leaves it there also where the other part has the alert that it is named after', () => {
    const whole = after([of('bcd')], [of('abcd')]);
    expect(idsOf(whole, of('bd'), of('ac'))).toEqual(['local:d', 'local:b']);
  });

  it('finds a name for the other part even when all of its alerts have given theirs away', () => {
    const known: IncidentIdentities = {
      known: [
        { id: 'local:b', since: 1, anchors: ['a'] },
        { id: 'local:c', since: 2, anchors: ['z'] },
      ],
      formerIds: new Map(),
    };
    expect(idsOf(known, of('bc'), of('a'))).toEqual(['local:b:2', 'local:b']);
  });
});

describe('an incident of the service', () => {
  it('keeps the key of the alert that declares it, and takes over the incident that it absorbs', () => {
    const ours = after([of('bc')]);
    expect(idsOf(ours, declared('s', 'bcd'))).toEqual(['s']);
    expect(formerIdsOf(ours, declared('s', 'bcd'))).toEqual({ 'local:b': 's' });
  });

  it('takes nothing from an incident that goes on beside it', () => {
    const ours = after([of('bc')]);
    expect(idsOf(ours, declared('s', 'bx'), of('bc'))).toEqual(['s', 'local:b']);
    expect(idsOf(ours, of('bc'), declared('s', 'bx'))).toEqual(['local:b', 's']);
    expect(formerIdsOf(ours, declared('s', 'bx'), of('bc'))).toEqual({});
  });

  it('never gets a second one of its name beside it', () => {
    const ours = after([of('bc')]);
    expect(idsOf(ours, declared('local:b', 'xy'), of('bc'))).toEqual(['local:b', 'local:c']);
  });
});

describe('in any history', () => {
  const letters = Array.from('abcdefghijkl');
  /** The incident of each alert: 0 for none, 1 to 4 for ours, 5 and 6 for the service's. */
  const run = fc
    .array(fc.nat(6), { minLength: letters.length, maxLength: letters.length })
    .map((groups) => [1, 2, 3, 4, 5, 6].flatMap((group) => incidentOf(group, letters, groups)));
  const history = fc.array(run, { minLength: 1, maxLength: 6 });

  it('no two incidents have one id, and no id that is in use leads elsewhere', () => {
    fc.assert(
      fc.property(history, (runs) => {
        let identities = noIdentities;
        for (const found of runs) {
          const { ids, after: next } = continueIdentities(identities, found);
          expect(new Set(ids).size).toBe(ids.length);
          for (const id of ids) expect(next.formerIds.has(id)).toBe(false);
          for (const id of next.formerIds.values()) expect(next.formerIds.has(id)).toBe(false);
          identities = next;
        }
      }),
    );
  });

  it('the order of incidents and of what is known changes nothing', () => {
    fc.assert(
      fc.property(history, run, (runs, found) => {
        const before = after(...runs);
        const mixed: IncidentIdentities = {
          known: before.known.toReversed(),
          formerIds: new Map([...before.formerIds].reverse()),
        };
        const one = continueIdentities(before, found);
        const other = continueIdentities(mixed, found.toReversed());
        expect(other.ids.toReversed()).toEqual(one.ids);
        expect(new Set(other.after.known)).toEqual(new Set(one.after.known));
        expect(other.after.formerIds).toEqual(one.after.formerIds);
      }),
    );
  });

  it('the same incidents once more change nothing', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const last = runs.at(-1)!;
        const once = after(...runs);
        const again = continueIdentities(once, last);
        expect(again.ids).toEqual(continueIdentities(after(...runs.slice(0, -1)), last).ids);
        expect(again.after).toEqual(once);
      }),
    );
  });

  it('alerts that join, and incidents that merge, leave every id in use or leading to the incident of its alerts', () => {
    const growing = fc.tuple(run, fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 3 }));
    fc.assert(
      fc.property(history, growing, (runs, [found, merges]) => {
        const before = continueIdentities(after(...runs), found);
        const grown = merges.reduce(merged, found);
        const { ids, after: next } = continueIdentities(before.after, grown);
        for (const [index, incident] of found.entries()) {
          const id = before.ids[index]!;
          const now = grown.findIndex((each) => each.id === incident.id || contains(each, incident));
          expect(next.formerIds.get(id) ?? id).toBe(ids[now]);
        }
        if (grown.length === found.length) expect(ids).toEqual(before.ids);
      }),
    );
  });
});

function incidentOf(group: number, letters: readonly string[], groups: readonly number[]): readonly Incident[] {
  const own = letters.filter((_, index) => groups[index] === group).join('');
  if (own.length < 2) return [];
  return [group > 4 ? declared(`s${String(group)}`, own) : of(own)];
}

/** Two incidents of our own made one. */
function merged(incidents: readonly Incident[], [a, b]: readonly [number, number]): readonly Incident[] {
  const local = incidents.filter(({ origin }) => origin === 'local');
  const [one, other] = [local[a], local[b]];
  if (one === undefined || other === undefined || one === other) return incidents;
  const letters = [...memberKeys(one), ...memberKeys(other)].sort().join('');
  return [...incidents.filter((each) => each !== one && each !== other), of(letters)];
}

function contains(whole: Incident, part: Incident): boolean {
  const keys = new Set(memberKeys(whole));
  return whole.origin === part.origin && memberKeys(part).every((key) => keys.has(key));
}

import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { Groups } from '../../../../src/domain/correlation/grouping/groups.ts';
import { day, hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, aPerson, at, worldOf } from '../../../builders/correlationWorld.ts';

function groupsOf(alerts: readonly Alert[]): Groups {
  return new Groups(worldOf(alerts).context);
}

/** So many episodes, a minute apart, on a machine each. */
function episodes(count: number): readonly Alert[] {
  return Array.from({ length: count }, (_, index) =>
    at(noon + index * minute, String(index), { on: [virtualMachine(String(index))] }),
  );
}

describe('groups', () => {
  it('start with one episode each and count what joins', () => {
    const groups = groupsOf(episodes(3));
    expect(groups.episodesIn(1)).toBe(1);
    expect([groups.join(2, 1), groups.join(1, 2)]).toEqual([true, false]);
    expect([groups.find(2), groups.episodesIn(1)]).toEqual([1, 2]);
  });

  it('take no more than a thousand episodes', () => {
    const groups = groupsOf(episodes(1_001));
    const joined = Array.from({ length: 1_000 }, (_, index) => groups.join(0, index + 1)).filter(Boolean);
    expect([joined.length, groups.episodesIn(0)]).toEqual([999, 1_000]);
  });

  it('last no longer than forty-five days', () => {
    const groups = groupsOf([at(noon, 'a'), at(noon + 40 * day, 'b'), at(noon + 46 * day, 'c')]);
    expect([groups.join(0, 1), groups.join(0, 2), groups.join(1, 2)]).toEqual([true, false, false]);
  });

  it('never hold two tenants, also not by an alert whose tenant nobody knows', () => {
    const groups = groupsOf([
      at(noon, 'a', { tenantId: 't1' }),
      at(noon + 1, 'b', { on: [virtualMachine('b')] }),
      at(noon + 2, 'c', { tenantId: 't2', on: [virtualMachine('c')] }),
    ]);
    expect([groups.join(0, 2), groups.join(0, 1), groups.join(1, 2)]).toEqual([false, true, false]);
  });

  it('know their distinct detectors, those of single episodes aside', () => {
    const groups = groupsOf(
      ['B', 'A', 'B', 'C'].map((alertType, index) =>
        at(noon + 2 * index * hour, alertType + String(index), { alertType }),
      ),
    );
    groups.join(0, 1);
    groups.join(1, 2);
    expect([groups.typesOf(0), groups.detectors()]).toEqual([[0, 1], [[0, 1]]]);
  });
});

describe('actors of two groups', () => {
  const [one, other] = [anAddress('203.0.113.7'), anAddress('198.51.100.4')];
  const conflict = (...actors: readonly Pick<Alert, 'entities'>[]): Groups =>
    groupsOf(actors.map((wish, index) => at(noon + index, String(index), { alertType: `T${String(index)}`, ...wish })));

  it('speak against one attack when they differ, accounts more than addresses', () => {
    const groups = conflict(
      { entities: [one] },
      { entities: [other] },
      { entities: [aPerson(1)] },
      { entities: [aPerson(2)] },
    );
    expect(groups.conflict(0, 1)).toBeLessThan(0);
    expect(groups.conflict(2, 3)).toBeLessThan(groups.conflict(0, 1));
    expect(groups.conflict(0, 2)).toBe(0);
  });

  it('do not where any is in both, also one that joined later', () => {
    const groups = conflict({ entities: [one] }, { entities: [other] }, { entities: [other] });
    expect(groups.conflict(0, 2)).toBeLessThan(0);
    groups.join(0, 1);
    expect(groups.conflict(0, 2)).toBe(0);
  });
});

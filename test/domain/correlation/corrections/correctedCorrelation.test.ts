import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import type { ColumnCorrelation } from '../../../../src/domain/correlation/correlateColumns.ts';
import { whyApart } from '../../../../src/domain/correlation/why/whyApart.ts';
import { memberKeys } from '../../../../src/domain/incident.ts';
import { aMemberEntity, aServiceIncident, hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { correctionsOf } from '../../../builders/arbitraryCorrections.ts';
import { aSmallWorld, deliveriesOf } from '../../../builders/arbitraryWorld.ts';
import { corrected, folded, keyOf } from '../../../builders/corrections.ts';
import { anAddress, at } from '../../../builders/correlationWorld.ts';
import { explained } from '../../../builders/explained.ts';

const keys = Array.from({ length: 30 }, (_, index) => keyOf(`a${String(index)}`));
const worldAndCorrections = fc.tuple(aSmallWorld, correctionsOf(keys));

/** The same world with one tenant for all: people cannot put two tenants together. */
function ofOneTenant(world: readonly Alert[]): readonly Alert[] {
  return world.map((alert) => ({ ...alert, tenantId: 't1' }));
}

function groupOf({ computed }: { readonly computed: ColumnCorrelation }, key: string): number | undefined {
  const row = computed.rowOf.get(key);
  return row === undefined ? undefined : computed.groupOfRow[row];
}

describe('in any small world, corrected in any way', () => {
  it('what is together is in one incident', () => {
    fc.assert(
      fc.property(worldAndCorrections, ([world, corrections]) => {
        const correlation = explained(ofOneTenant(world), corrected(...corrections));
        for (const set of folded(...corrections).together) {
          const there = set.filter((key) => correlation.computed.rowOf.get(key) !== undefined);
          if (there.length === 0) continue;
          const home = correlation.incidents.filter((incident) => {
            const members = new Set(memberKeys(incident));
            return there.every((key) => members.has(key));
          });
          expect(home.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('what is apart is in no incident of our own together, and never in one group', () => {
    fc.assert(
      fc.property(worldAndCorrections, ([world, corrections]) => {
        const correlation = explained(world, corrected(...corrections));
        for (const { away, stayed } of folded(...corrections).apart) {
          const groups = new Set(away.map((key) => groupOf(correlation, key)));
          for (const key of stayed) {
            const group = groupOf(correlation, key);
            expect(group !== undefined && groups.has(group)).toBe(false);
          }
        }
      }),
    );
  });

  it('order, repeats and older deliveries change nothing', () => {
    const deliveries = worldAndCorrections.chain(([world, corrections]) =>
      fc.tuple(fc.constant(world), fc.constant(corrections), deliveriesOf(world)),
    );
    fc.assert(
      fc.property(deliveries, ([world, corrections, delivered]) => {
        const options = corrected(...corrections);
        expect(explained(delivered, options).incidents).toEqual(explained(world, options).incidents);
      }),
    );
  });

  it('the links of an incident of our own are still a tree, and the service still shows all its members', () => {
    fc.assert(
      fc.property(worldAndCorrections, ([world, corrections]) => {
        const { incidents, computed, alerts } = explained(world, corrected(...corrections));
        for (const incident of incidents.filter(({ origin }) => origin === 'local')) {
          const episodes = new Set(memberKeys(incident).map((key) => computed.episodes.of[computed.rowOf.get(key)!]));
          expect(incident.links).toHaveLength(episodes.size - 1);
        }
        for (const { key, members } of computed.context.alerts.declarations) {
          const shown = new Set(memberKeys(incidents.find(({ id }) => id === key)!));
          for (const member of members.filter((name) => alerts.has(name))) expect(shown.has(member)).toBe(true);
        }
      }),
    );
  });

  it('corrections of alerts that are not in the list do nothing', () => {
    fc.assert(
      fc.property(aSmallWorld, correctionsOf(['gone1', 'gone2', 'gone3']), (world, corrections) => {
        expect(explained(world, corrected(...corrections)).incidents).toEqual(explained(world).incidents);
      }),
    );
  });

  it('no incident holds two tenants, also not by a person', () => {
    fc.assert(
      fc.property(worldAndCorrections, ([world, corrections]) => {
        const { incidents, alerts } = explained(world, corrected(...corrections));
        for (const incident of incidents.filter(({ origin }) => origin === 'local')) {
          const tenants = memberKeys(incident).flatMap((key) => alerts.get(key)?.tenantId ?? []);
          expect(new Set(tenants).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

const attacker = { entities: [anAddress('203.0.113.7')] };
const [first, second, third] = ['One', 'Two', 'Three'].map((alertType, step) =>
  at(noon + step * hour, alertType, { alertType, on: [virtualMachine(`m-${String(step)}`)], ...attacker }),
) as [Alert, Alert, Alert];
const stranger = at(noon, 'stranger', { on: [virtualMachine('z')] });

describe('a correction', () => {
  it('takes an alert out, and says why the two are apart', () => {
    const correlation = explained(
      [first, second, third],
      corrected({ kind: 'remove', alerts: [second.key], from: [[first.key, third.key]] }),
    );
    expect(correlation.incidents.map(memberKeys)).toEqual([[first.key, third.key]]);
    expect(correlation.standalone).toEqual([second.key]);
    expect(whyApart(correlation.computed, second.key, third.key)).toEqual({ kind: 'person' });
  });

  it('puts a stranger in by a link of its own, and leaves the other links as they are', () => {
    const { incidents } = explained(
      [first, second, stranger],
      corrected({ kind: 'merge', alerts: [first.key, second.key, stranger.key] }),
    );
    expect(incidents).toHaveLength(1);
    expect(incidents[0]!.links.map(({ step }) => step).sort()).toEqual(['core', 'person']);
    expect(incidents[0]!.sentence).toMatch(/A person put some of them together\.$/);
  });

  it('makes an incident of one alert that says so', () => {
    const { incidents } = explained([stranger], corrected({ kind: 'move', alerts: [stranger.key], from: [], to: [] }));
    expect(incidents[0]).toMatchObject({
      sentence: 'A person made an incident of this alert.',
      members: [{ alertKey: stranger.key, reason: { kind: 'startedByPerson' } }],
    });
  });

  it('parts alerts of one episode', () => {
    const again = at(noon + minute, 'again', { ...attacker, alertType: 'One', on: [virtualMachine('m-0')] });
    const { computed } = explained(
      [first, again],
      corrected({ kind: 'remove', alerts: [again.key], from: [[first.key]] }),
    );
    expect([...computed.groupOfRow]).toEqual([0, 1]);
  });

  it('does not stand in the way of the next best choice', () => {
    const steps = ['PreAttack', 'InitialAccess', 'Execution'].map((intent, step) =>
      at(noon + [0, 5, 90][step]! * minute, `t${String(step)}`, { alertType: `T${String(step)}`, intent }),
    ) as [Alert, Alert, Alert];
    const [one, two, three] = steps;
    const apart = corrected({ kind: 'remove', alerts: [one.key], from: [[two.key]] });
    expect([...explained(steps).computed.groupOfRow]).toEqual([0, 0, 0]);
    const { computed } = explained(steps, apart);
    expect(computed.groupOfRow[computed.rowOf.get(two.key)!]).toBe(computed.groupOfRow[computed.rowOf.get(three.key)!]);
  });

  it('shows a member of the service that was taken away, and does not count it among the others', () => {
    const declared = aServiceIncident('case', [aMemberEntity([first.key, second.key, stranger.key])]);
    const { incidents } = explained(
      [declared, first, second, stranger],
      corrected({ kind: 'remove', alerts: [stranger.key], from: [[first.key, second.key]] }),
    );
    expect(incidents[0]!.members.map((member) => member.kind === 'alert' && member.reason.kind).sort()).toEqual([
      'declaredByService',
      'declaredByService',
      'takenAwayByPerson',
    ]);
  });

  it('names and pins the incident that holds most of its alerts, the newest one last', () => {
    const remarks = corrected(
      { kind: 'rename', alerts: [first.key, second.key, stranger.key], name: 'Old' },
      { kind: 'rename', alerts: [second.key], name: 'Harbour' },
      { kind: 'pin', alerts: [first.key], pinned: true },
    );
    expect(explained([first, second, stranger], remarks).incidents[0]).toMatchObject({
      title: 'Harbour',
      pinned: true,
    });
    const back = corrected(
      { kind: 'rename', alerts: [first.key], name: 'Harbour' },
      { kind: 'rename', alerts: [first.key], name: '' },
      { kind: 'pin', alerts: [first.key], pinned: true },
      { kind: 'pin', alerts: [first.key], pinned: false },
    );
    expect(explained([first, second], back).incidents).toEqual(explained([first, second]).incidents);
  });
});

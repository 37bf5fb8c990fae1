import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { defaultOptions, type CorrelationOptions } from '../../../../src/domain/correlation/correlationOptions.ts';
import { emptyStopList } from '../../../../src/domain/correlation/tuning/stopList.ts';
import { whyApart, type Apart } from '../../../../src/domain/correlation/why/whyApart.ts';
import { whyTogether } from '../../../../src/domain/correlation/why/whyTogether.ts';
import { aMemberEntity, aServiceIncident, day, hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { aSmallWorld } from '../../../builders/arbitraryWorld.ts';
import { anAddress, aPerson, at, keyOf } from '../../../builders/correlationWorld.ts';
import { explained } from '../../../builders/explained.ts';
import { otherCompany } from '../../../builders/otherCompany.ts';

const attacker = anAddress('203.0.113.7');

function apart(alerts: readonly Alert[], a = 'a', b = 'b', options: Partial<CorrelationOptions> = {}): Apart {
  const { computed } = explained(alerts, { ...defaultOptions, ...options });
  const answer = whyApart(computed, keyOf(a), keyOf(b));
  expect(whyApart(computed, keyOf(b), keyOf(a))).toEqual(answer);
  return answer;
}

describe('what kept two alerts apart', () => {
  it('is unknown for an alert that is not in the list', () =>
    expect(apart([at(noon, 'a')])).toEqual({ kind: 'unknown' }));

  it('is that one of them is an incident of the service', () => {
    const incident = aServiceIncident('b', [aMemberEntity([keyOf('a')])]);
    expect(apart([at(noon, 'a'), incident])).toEqual({ kind: 'declaration' });
  });

  it('is nothing where they are of one group, though that may be no incident', () => {
    const series = ['a', 'b'].map((called, index) =>
      at(noon + index * minute, called, { on: [virtualMachine(called)], entities: [attacker] }),
    );
    expect(apart(series)).toEqual({ kind: 'sameGroup' });
  });

  it('is the tenant, whatever they share', () => {
    const both = { entities: [attacker] };
    expect(apart([at(noon, 'a', { tenantId: 't1', ...both }), at(noon, 'b', { tenantId: 't2', ...both })])).toEqual({
      kind: 'otherTenant',
    });
  });

  it('is that they name nothing in common', () =>
    expect(apart([at(noon, 'a'), at(noon, 'b', { on: [virtualMachine('b')] })])).toEqual({ kind: 'nothingShared' }));

  it('is a time that is missing', () => {
    const { startTime: _, endTime: __, ...timeless } = at(noon, 'b', { alertType: 'B', entities: [attacker] });
    expect(apart([at(noon, 'a', { entities: [attacker] }), timeless])).toMatchObject({
      kind: 'noTime',
      shared: [{ kind: 'resource' }, { kind: 'address' }],
    });
  });

  it('is that so many name what they share', () => {
    const crowd = Array.from({ length: 120 }, (_, index) =>
      at(noon + index * 6 * hour, `c${String(index)}`, {
        alertType: 'Seen',
        on: [virtualMachine(`m-${String(index)}`)],
        entities: [attacker],
      }),
    );
    expect(apart(crowd, 'c40', 'c41')).toMatchObject({
      kind: 'commonProperty',
      shared: [{ kind: 'address', key: '203.0.113.7', likelihood: 1 }],
    });
  });

  it("is the person's stop list, or that they exclude the type of one of the two", () => {
    const two = ['a', 'b'].map((called) =>
      at(noon, called, { alertType: called, on: [virtualMachine(called)], entities: [attacker] }),
    );
    expect(apart(two)).toEqual({ kind: 'sameGroup' });
    const stopList = { ...emptyStopList, addresses: ['203.0.113.7'] };
    expect(apart(two, 'a', 'b', { stopList })).toMatchObject({ kind: 'stopped', shared: [{ kind: 'address' }] });
    expect(apart(two, 'a', 'b', { excludedTypes: ['b'] })).toEqual({ kind: 'excluded' });
  });

  it('is the time between them', () =>
    expect(apart([at(noon, 'a'), at(noon + 20 * day, 'b', { alertType: 'B' })])).toMatchObject({
      kind: 'gap',
      gap: 20 * day,
      shared: [{ kind: 'resource' }],
    }));

  it('is that after so long one names it again by chance as often', () =>
    expect(apart([at(noon, 'a'), at(noon + 3 * day, 'b', { alertType: 'B' })])).toMatchObject({
      kind: 'byChance',
      gap: 3 * day,
      shared: [{ kind: 'resource', likelihood: 1 }],
    }));

  it('is that what they share is too little, and that they name different actors', () => {
    const two = (wishes: readonly Partial<Alert>[]): Apart =>
      apart(wishes.map((wish, index) => at(noon + index * 36 * hour, ['a', 'b'][index] ?? '', wish)));
    const weak = two([{ alertType: 'A' }, { alertType: 'B' }]);
    expect(weak).toMatchObject({ kind: 'weak', gap: 36 * hour, actorsDiffer: false, shared: [{ kind: 'resource' }] });
    if (weak.kind === 'weak') expect(weak.probability).toBeLessThan(weak.needed);
    expect(
      two([
        { alertType: 'A', entities: [aPerson(1)] },
        { alertType: 'B', entities: [aPerson(2)] },
      ]),
    ).toMatchObject({ kind: 'weak', actorsDiffer: true });
  });

  it('is that their detectors are rarely of one attack', () => {
    const attacks = otherCompany();
    const two = ['A', 'B'].map((alertType, index) =>
      at(noon + index * 4 * hour, ['a', 'b'][index] ?? '', { alertType, on: [virtualMachine('m')] }),
    );
    expect(apart([...attacks, ...two])).toMatchObject({ kind: 'weak', strangers: true, actorsDiffer: false });
    expect(apart(attacks, 'A0', 'B3')).toEqual({ kind: 'nothingShared' });
  });

  it('is something for any two alerts that no group holds together, and nothing for others', () => {
    fc.assert(
      fc.property(aSmallWorld, (world) => {
        const { computed, alerts } = explained(world);
        const keys = [...alerts.keys()];
        for (const [index, a] of keys.entries()) {
          for (const b of keys.slice(index + 1)) {
            const together = whyTogether(computed, a, b) !== undefined;
            const { kind } = whyApart(computed, a, b);
            expect(kind === 'sameGroup').toBe(together);
            expect(kind).not.toBe('unknown');
          }
        }
      }),
    );
  });
});

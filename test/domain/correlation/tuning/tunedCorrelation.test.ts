import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { correlate } from '../../../../src/domain/correlation/correlate.ts';
import { defaultOptions, type CorrelationOptions } from '../../../../src/domain/correlation/correlationOptions.ts';
import { emptyStopList, type StopList } from '../../../../src/domain/correlation/tuning/stopList.ts';
import { whyApart } from '../../../../src/domain/correlation/why/whyApart.ts';
import { memberKeys } from '../../../../src/domain/incident.ts';
import { aMemberEntity, aServiceIncident, day, hour, noon, virtualMachine } from '../../../builders/alert.ts';
import { explained } from '../../../builders/explained.ts';
import { aSmallWorld } from '../../../builders/arbitraryWorld.ts';
import { aHash, anAddress, at, directoryId } from '../../../builders/correlationWorld.ts';

const attacker = { entities: [anAddress('203.0.113.7')] };
const one = at(noon, 'one', { alertType: 'One', on: [virtualMachine('a')], ...attacker });
const two = at(noon + hour, 'two', { alertType: 'Two', on: [virtualMachine('b')], ...attacker });
const far = at(noon + 3 * day, 'zfar', { alertType: 'Far', on: [virtualMachine('a')] });

function incidentsWith(options: Partial<CorrelationOptions>, alerts: readonly Alert[]): readonly (readonly string[])[] {
  return correlate(alerts, { ...defaultOptions, ...options }).incidents.map(memberKeys);
}

describe('the stop list', () => {
  it('parts what only a stopped thing connects', () => {
    const stopList = { ...emptyStopList, addresses: ['203.0.113.0/24'] };
    expect(incidentsWith({}, [one, two])).toEqual([[one.key, two.key]]);
    expect(incidentsWith({ stopList }, [one, two])).toEqual([]);
  });

  it('leaves a link by other things, and shows what is stopped beside them', () => {
    const again = at(noon + hour, 'two', {
      alertType: 'Two',
      on: [virtualMachine('a')],
      intent: 'Impact',
      ...attacker,
    });
    const first = at(noon, 'one', {
      alertType: 'One',
      on: [virtualMachine('a')],
      intent: 'InitialAccess',
      ...attacker,
    });
    const stopList = { ...emptyStopList, addresses: ['203.0.113.7'] };
    const [incident] = correlate([first, again], { ...defaultOptions, stopList }).incidents;
    expect(incident?.links[0]?.shared).toMatchObject([
      { kind: 'resource' },
      { kind: 'address', key: '203.0.113.7', likelihood: 1, stopped: true },
    ]);
  });

  it('gives no incident its name', () => {
    const hash = aHash('feed');
    const alerts = [one, two].map((alert) => ({ ...alert, entities: [...alert.entities, hash] }));
    const titles = (stopList: StopList): readonly string[] =>
      correlate(alerts, { ...defaultOptions, stopList }).incidents.map(({ title }) => title);
    expect(titles(emptyStopList)).toEqual(['203.0.113.7 on a and b']);
    expect(titles({ ...emptyStopList, addresses: ['203.0.113.7'] })).toEqual(['a and b']);
  });

  it('is no reason for the service to join alerts either', () => {
    const later = at(noon + 12 * day, 'later', { alertType: 'Later', on: [virtualMachine('c')], ...attacker });
    const declared = aServiceIncident('case', [aMemberEntity([one.key, later.key])]);
    const joined = (options: Partial<CorrelationOptions>): boolean => {
      const { groupOfRow } = explained([one, later, declared], { ...defaultOptions, ...options }).computed;
      return groupOfRow[0] === groupOfRow[1];
    };
    expect(joined({})).toBe(true);
    expect(joined({ stopList: { ...emptyStopList, addresses: ['203.0.113.7'] } })).toBe(false);
  });
});

describe('the time span', () => {
  it('parts what is further apart', () => {
    const next = at(noon + 30 * hour, 'two', { alertType: 'Two', on: [virtualMachine('b')], ...attacker });
    expect(incidentsWith({ longestSpan: 2 * day }, [one, next])).toHaveLength(1);
    expect(incidentsWith({ longestSpan: day }, [one, next])).toEqual([]);
  });

  it('is why they are apart', () => {
    const next = at(noon + 30 * hour, 'two', { alertType: 'Two', on: [virtualMachine('b')], ...attacker });
    const apart = (longestSpan: number): string =>
      whyApart(explained([one, next], { ...defaultOptions, longestSpan }).computed, one.key, next.key).kind;
    expect([apart(day), apart(2 * day)]).toEqual(['gap', 'sameGroup']);
  });

  it('is the longest duration of an incident of ours', () => {
    fc.assert(
      fc.property(aSmallWorld, fc.integer({ min: 1, max: 72 }), (world, hours) => {
        const { incidents } = correlate(world, { ...defaultOptions, longestSpan: hours * hour });
        for (const { firstActivity, lastActivity } of incidents.filter(({ origin }) => origin === 'local')) {
          if (firstActivity !== undefined && lastActivity !== undefined) {
            expect(lastActivity - firstActivity).toBeLessThanOrEqual(hours * hour);
          }
        }
      }),
    );
  });
});

describe('an excluded alert type', () => {
  it('stands alone', () => {
    expect(incidentsWith({ excludedTypes: ['two'] }, [one, two])).toEqual([]);
    const { standalone } = correlate([one, two], { ...defaultOptions, excludedTypes: ['two'] });
    expect(standalone).toContain(two.key);
  });

  it('is still shown where the service names it', () => {
    const declared = aServiceIncident('case', [aMemberEntity([one.key, two.key])]);
    expect(incidentsWith({ excludedTypes: ['one', 'two'] }, [one, two, declared])).toEqual([[one.key, two.key]]);
  });

  it('is in no incident of ours, in any world', () => {
    fc.assert(
      fc.property(aSmallWorld, fc.nat(5), (world, type) => {
        const { incidents, alerts } = correlate(world, { ...defaultOptions, excludedTypes: [`t${String(type)}`] });
        const local = incidents.filter(({ origin }) => origin === 'local').flatMap(memberKeys);
        expect(local.filter((key) => alerts.get(key)?.alertType === `T${String(type)}`)).toEqual([]);
      }),
    );
  });
});

describe('trust in the incidents of the service', () => {
  const declared = aServiceIncident('case', [aMemberEntity([one.key, far.key])]);

  it('in full joins what they name to what we find', () => {
    expect(incidentsWith({}, [one, two, far, declared])).toEqual([[one.key, two.key, far.key]]);
  });

  it('shown only: they are as declared, and what we find stands beside them', () => {
    const found = incidentsWith({ serviceTrust: 'shownOnly' }, [one, two, far, declared]);
    expect(new Set(found)).toEqual(
      new Set([
        [one.key, far.key],
        [one.key, two.key],
      ]),
    );
  });

  it('shown only: what we find within one is told there, and not twice', () => {
    const both = aServiceIncident('case', [aMemberEntity([one.key, two.key])]);
    const { incidents } = correlate([one, two, both], { ...defaultOptions, serviceTrust: 'shownOnly' });
    expect(incidents.map(({ origin, links }) => [origin, links.length])).toEqual([['service', 1]]);
  });

  it('hides none of their members, whatever is set, in any world', () => {
    const options = fc.record({
      serviceTrust: fc.constantFrom('full', 'shownOnly' as const),
      longestSpan: fc.constantFrom(hour, 45 * day),
      excludedTypes: fc.subarray(['t0', 't1', 't2', 't3']),
      stopList: fc.constant({ addresses: ['203.0.113.0/24'], accounts: [directoryId(1)], resources: ['m-0'] }),
    });
    fc.assert(
      fc.property(aSmallWorld, options, (world, chosen) => {
        const { incidents, alerts, computed } = explained(world, { ...defaultOptions, ...chosen });
        for (const { key, members } of computed.context.alerts.declarations) {
          const shown = new Set(memberKeys(incidents.find(({ id }) => id === key)!));
          for (const member of members.filter((name) => alerts.has(name))) expect(shown.has(member)).toBe(true);
        }
      }),
    );
  });
});

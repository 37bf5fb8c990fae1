import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate } from '../../../src/domain/correlation/correlate.ts';
import { memberKeys, missingMembers } from '../../../src/domain/incident.ts';
import {
  aMemberEntity,
  anAlert,
  aServiceIncident,
  anEntity,
  day,
  hour,
  minute,
  noon,
  subscriptionA,
  virtualMachine,
} from '../../builders/alert.ts';

const attack = [
  anAlert({ called: 'probe', alertType: 'PortScan', intent: 'PreAttack', startTime: noon, severity: 'Low' }),
  anAlert({ called: 'entry', intent: 'InitialAccess', startTime: noon + hour, severity: 'Medium' }),
  anAlert({ called: 'miner', alertType: 'Miner', intent: 'Execution', startTime: noon + 2 * hour, severity: 'High' }),
];
const keys = attack.map(({ key }) => key);

describe('service incidents', () => {
  it('are adopted with their title and severity, members joined without regard to case', () => {
    const declared = aServiceIncident('case', [aMemberEntity(keys.map((key) => key.toUpperCase()))]);
    const { incidents } = correlate([...attack, declared]);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({
      id: declared.key,
      origin: 'service',
      title: 'Security incident detected',
      severity: 'High',
    });
    expect(memberKeys(incidents[0]!)).toEqual(keys);
  });

  it('show a member that is not in the list from the facts that the incident carries', () => {
    const declared = aServiceIncident('case', [
      aMemberEntity([keys[0]!]),
      aMemberEntity(['2517000000000000000_GONE'], { displayName: 'Password spray', severity: 'High', alertType: 'X' }),
    ]);
    const [incident] = correlate([attack[0]!, declared]).incidents;
    expect(missingMembers(incident!)).toEqual([
      {
        kind: 'missing',
        systemAlertId: '2517000000000000000_GONE',
        displayName: 'Password spray',
        severity: 'High',
        alertType: 'X',
        startTime: Date.UTC(2026, 2, 2, 9),
        endTime: Date.UTC(2026, 2, 2, 9, 30),
      },
    ]);
  });

  it('keep a member entity that names no alert at all', () => {
    const declared = aServiceIncident('case', [aMemberEntity([], { displayName: 'Nameless' })]);
    expect(missingMembers(correlate([declared]).incidents[0]!).map((member) => member.displayName)).toEqual([
      'Nameless',
    ]);
  });

  it('count a member once, however often the incident names it, and never contain themselves', () => {
    const declared = aServiceIncident('case', [aMemberEntity([keys[0]!, keys[0]!]), aMemberEntity([keys[0]!])]);
    const selfish = { ...declared, entities: [...declared.entities, aMemberEntity([declared.systemAlertId])] };
    expect(memberKeys(correlate([attack[0]!, selfish]).incidents[0]!)).toEqual([keys[0]]);
  });

  it('are not members of the alert list, but their members also stay alerts', () => {
    const declared = aServiceIncident('case', [aMemberEntity(keys)]);
    const result = correlate([...attack, declared]);
    expect(result.standalone).toEqual([]);
    expect(result.incidentsOf.get(keys[1]!)).toEqual([declared.key]);
    expect(result.alerts.has(keys[1]!)).toBe(true);
  });

  it('can share a member', () => {
    const one = aServiceIncident('one', [aMemberEntity([keys[0]!])]);
    const two = aServiceIncident('two', [aMemberEntity([keys[0]!, keys[1]!])]);
    expect(correlate([...attack, one, two]).incidentsOf.get(keys[0]!)).toHaveLength(2);
  });

  it('are recognised by the older extended property as well', () => {
    const declared = { ...aServiceIncident('case', [aMemberEntity(keys)]), isIncident: false };
    const marked = { ...declared, extendedProperties: [{ name: 'isincident', value: 'True' }] };
    expect(correlate([...attack, marked]).incidents[0]?.origin).toBe('service');
  });

  it('ignore entities that are no members', () => {
    const declared = aServiceIncident('case', [anEntity({ $id: '1', type: 'ip', address: '203.0.113.9' })]);
    expect(correlate([declared]).incidents[0]?.members).toEqual([]);
  });

  it('hold 500 members', () => {
    const many = Array.from({ length: 500 }, (_, index) => anAlert({ called: `m${String(index)}` }));
    const declared = aServiceIncident('big', [aMemberEntity(many.map(({ key }) => key))]);
    expect(correlate([...many, declared]).incidents[0]?.members).toHaveLength(500);
  });
});

describe('alerts that the service left alone', () => {
  it('become an incident when they climb the kill chain on one resource', () => {
    const { incidents, standalone } = correlate(attack);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({
      origin: 'local',
      title: 'web-1: reconnaissance to execution',
      severity: 'High',
      subscriptionId: subscriptionA,
      tactics: ['PreAttack', 'InitialAccess', 'Execution'],
      firstActivity: noon,
    });
    expect(memberKeys(incidents[0]!)).toEqual(keys);
    expect(standalone).toEqual([]);
  });

  it('meet on a resource whatever the case of its id', () => {
    const [probe, entry] = attack;
    const shouting = anAlert({ ...entry!, on: [virtualMachine('web-1').toUpperCase()], intent: 'InitialAccess' });
    expect(correlate([probe!, shouting]).incidents).toHaveLength(1);
  });

  it('stay alone on different resources', () => {
    const elsewhere = attack.map((alert, index) => ({
      ...alert,
      resources: anAlert({ on: [virtualMachine(`web-${String(index)}`)] }).resources,
    }));
    expect(correlate(elsewhere).incidents).toEqual([]);
    expect(correlate(elsewhere).standalone).toHaveLength(3);
  });

  it('stay alone when they repeat one stage or run down the chain', () => {
    const repeated = attack.map((alert) => ({ ...alert, tactics: ['Execution'] as const }));
    const reversed = attack.map((alert, index) => ({
      ...alert,
      startTime: noon - index * hour,
      endTime: noon - index * hour,
    }));
    expect(correlate(repeated).incidents).toEqual([]);
    expect(correlate(reversed).incidents).toEqual([]);
  });

  it('stay alone when one of them names several stages by itself', () => {
    const boastful = anAlert({ called: 'one', intent: 'InitialAccess, Execution, Impact' });
    expect(correlate([boastful]).incidents).toEqual([]);
    expect(correlate([boastful, anAlert({ called: 'two', alertType: 'Other' })]).incidents).toEqual([]);
  });

  it('stay alone when one detector repeats itself, whatever it names', () => {
    const repeated = attack.map((alert) => ({ ...alert, alertType: 'VM_Same' }));
    expect(correlate(repeated).incidents).toEqual([]);
  });

  it('stay alone when all they share is the subscription or the resource group', () => {
    const group = `/subscriptions/${subscriptionA}/resourceGroups/shop`;
    expect(
      correlate(attack.map((alert) => ({ ...alert, resources: anAlert({ on: [group] }).resources }))).incidents,
    ).toEqual([]);
  });

  it('split into two incidents at a long silence', () => {
    const later = noon + 30 * day;
    const again = [
      anAlert({ called: 'entry-again', intent: 'InitialAccess', startTime: later, endTime: later }),
      anAlert({
        called: 'miner-again',
        alertType: 'Miner',
        intent: 'Execution',
        startTime: later + hour,
        endTime: later + hour,
      }),
    ];
    expect(correlate([...attack, ...again]).incidents).toHaveLength(2);
  });

  it('are one incident when they name the same two resources', () => {
    const both = [virtualMachine('web-1'), virtualMachine('db-1')];
    expect(
      correlate(attack.map((alert) => ({ ...alert, resources: anAlert({ on: both }).resources }))).incidents,
    ).toHaveLength(1);
  });

  it('keep their incident id when a later alert joins', () => {
    const before = correlate(attack.slice(0, 2)).incidents[0]?.id;
    expect(correlate(attack).incidents[0]?.id).toBe(before);
  });
});

describe('delivery', () => {
  it('folds repeats of an alert and keeps the one processed last', () => {
    const old = anAlert({ called: 'x', status: 'Active', processingEndTime: noon });
    const fresh = anAlert({ called: 'X', status: 'Resolved', processingEndTime: noon + minute });
    expect(correlate([fresh, old]).alerts.size).toBe(1);
    expect(correlate([fresh, old]).alerts.get(old.key)?.status).toBe('Resolved');
  });

  it('never changes the outcome by its order', () => {
    const declared = aServiceIncident('case', [aMemberEntity([keys[0]!, 'missing'])]);
    const others = Array.from({ length: 8 }, (_, index) =>
      anAlert({
        called: `o${String(index)}`,
        intent: index % 2 === 0 ? 'InitialAccess' : 'Impact',
        alertType: `Type${String(index % 2)}`,
        startTime: noon + index * hour,
        on: [virtualMachine(`vm-${String(index % 3)}`)],
      }),
    );
    const all = [...attack, declared, ...others];
    const expected = correlate(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const result = correlate(shuffled);
        expect(result.incidents).toEqual(expected.incidents);
        expect(result.standalone).toEqual(expected.standalone);
      }),
    );
  });

  it('loses no alert: each is a member, a declaration, or standalone', () => {
    const anyAlert = fc.record({
      called: fc.stringMatching(/^[a-f]{1,2}$/),
      intent: fc.constantFrom('PreAttack', 'Execution', 'Impact', 'Unknown', 'Nonsense'),
      startTime: fc.integer({ min: noon, max: noon + 10 * day }),
      on: fc.subarray([virtualMachine('web-1'), virtualMachine('web-2'), `/subscriptions/${subscriptionA}`]),
      isIncident: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyAlert, { maxLength: 30 }), (wishes) => {
        const result = correlate(wishes.map((wish) => anAlert(wish)));
        const declared = result.incidents.flatMap(({ declaredBy }) => declaredBy ?? []);
        const placed = new Set([...result.incidents.flatMap(memberKeys), ...declared, ...result.standalone]);
        expect([...placed].sort()).toEqual([...result.alerts.keys()].sort());
      }),
    );
  });

  it('puts an alert without a readable time last and never into a chronology', () => {
    const { startTime, endTime, ...timeless } = anAlert({ called: 'timeless', intent: 'Impact' });
    expect([startTime, endTime]).toEqual([noon, noon]);
    const result = correlate([...attack, timeless, anAlert({ called: 'other', on: [virtualMachine('z')] })]);
    expect(result.standalone.at(-1)).toBe(timeless.key);
  });
});

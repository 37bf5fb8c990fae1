import { describe, expect, it } from 'vitest';
import type { CorrelationLink } from '../../../../src/domain/correlation/correlationLink.ts';
import { DetectorLift } from '../../../../src/domain/correlation/grouping/detectorLift.ts';
import { linkOf, probabilityOf } from '../../../../src/domain/correlation/incidents/linkOf.ts';
import { day, hour, noon, virtualMachine, type AlertWish } from '../../../builders/alert.ts';
import { anAddress, aPerson, at, worldOf } from '../../../builders/correlationWorld.ts';

const machine = virtualMachine('web-1').toLowerCase();
const nothingLearnt = new DetectorLift([], []);
const attacker = { entities: [anAddress('203.0.113.7')] };

/** The link between two alerts an hour apart. */
function link(first: AlertWish, second: AlertWish): CorrelationLink {
  const world = worldOf([
    at(noon, 'first', { alertType: 'First', ...first }),
    at(noon + hour, 'second', { alertType: 'Second', ...second }),
    at(noon + 30 * day, 'month-later', { on: [virtualMachine('z')] }),
  ]);
  return linkOf(world.context, world.episode('first'), world.episode('second'), 'core', -1.5, nothingLearnt);
}

describe('linkOf', () => {
  it('names the two alerts, the step, the gap and all that they share, strongest first', () => {
    const found = link(attacker, attacker);
    expect(found).toMatchObject({
      from: '2517000000000000000_first',
      to: '2517000000000000000_second',
      step: 'core',
      gap: hour,
      company: 1,
      actorsDiffer: false,
    });
    expect(found.shared.map(({ kind, key }) => [kind, key])).toEqual([
      ['address', '203.0.113.7'],
      ['resource', machine],
    ]);
    expect(found.shared.every(({ likelihood }) => likelihood > 1)).toBe(true);
  });

  it('is the likelier, the more speaks for it', () => {
    const probabilities = [
      link({ entities: [aPerson(1)] }, { entities: [aPerson(2)] }).probability,
      link({}, {}).probability,
      link(attacker, attacker).probability,
    ];
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => a - b));
    expect(new Set(probabilities).size).toBe(3);
  });

  it('says that actors differ', () =>
    expect(link({ entities: [aPerson(1)] }, { entities: [aPerson(2)] }).actorsDiffer).toBe(true));

  it.each([
    ['InitialAccess', 'Impact', 'advances'],
    ['Impact', 'InitialAccess', 'regresses'],
    ['Persistence', 'Discovery', 'level'],
    ['Unknown', 'Impact', 'unknown'],
  ])('says that %s to %s %s', (before, after, stage) =>
    expect(link({ intent: before }, { intent: after }).stage).toBe(stage),
  );

  it('says that one detector repeats itself', () =>
    expect(link({ alertType: 'Same', ...attacker }, { alertType: 'Same' }).stage).toBe('sameDetector'));

  it('keeps what proves nothing, with likelihood 1', () => {
    const world = worldOf([
      at(noon, 'first', attacker),
      at(noon + 20 * day, 'second', { alertType: 'B', ...attacker }),
    ]);
    const far = linkOf(world.context, 0, 1, 'service', -1.5, nothingLearnt);
    expect(far.shared.map(({ likelihood }) => likelihood)).toEqual([1, 1]);
  });

  it('holds numbers also where a time is unknown', () => {
    const { startTime, endTime, ...timeless } = at(noon, 'first', { alertType: 'First', ...attacker });
    expect(startTime).toBe(endTime);
    const world = worldOf([timeless, { ...timeless, key: 'second', alertType: 'Second' }]);
    const found = linkOf(world.context, 0, 1, 'service', -1.5, nothingLearnt);
    expect(found.gap).toBe(0);
    expect(found.shared.map(({ likelihood }) => likelihood)).toEqual([1, 1]);
    expect(found.probability).toBeGreaterThan(0);
  });
});

it('a probability is that of its odds, in thousandths', () =>
  expect([probabilityOf(0), probabilityOf(20), probabilityOf(-20), probabilityOf(1)]).toEqual([0.5, 1, 0, 0.731]));

import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { pairEvidence, weightOf, type PairEvidence } from '../../../../src/domain/correlation/links/pairEvidence.ts';
import { day, hour, minute, noon, virtualMachine, type AlertWish } from '../../../builders/alert.ts';
import { aHash, anAddress, aPerson, at, worldOf } from '../../../builders/correlationWorld.ts';

/** What speaks for and against "first" and "second" being one attack, in a month with whatever else. */
function between(first: AlertWish, second: AlertWish, gap = hour, others: readonly Alert[] = []): PairEvidence {
  const world = worldOf([
    at(noon, 'first', { alertType: 'First', on: [virtualMachine('a')], ...first }),
    at(noon + gap, 'second', { alertType: 'Second', on: [virtualMachine('b')], ...second }),
    at(noon + 30 * day, 'month-later', { on: [virtualMachine('z')] }),
    ...others,
  ]);
  return pairEvidence(world.context, world.episode('first'), world.episode('second'));
}

const attacker = { entities: [anAddress('203.0.113.7')] };

/** The address meets ten machines on each of thirty days. */
const egress = Array.from({ length: 300 }, (_, index) =>
  at(noon + (index % 30) * day + 2 * hour, `e${String(index)}`, {
    alertType: 'Seen',
    on: [virtualMachine(`e-${String(index)}`)],
    ...attacker,
  }),
);

describe('sharing', () => {
  it('counts on the side of what is shared', () => {
    const none = { actor: 0, trace: 0, target: 0 };
    const sides = ({ actor, trace, target }: PairEvidence): object => ({ actor, trace, target });
    const here = { on: [virtualMachine('same')] };
    const dropped = { entities: [aHash('abcd')] };
    expect(sides(between({}, {}))).toEqual(none);
    expect(sides(between(attacker, attacker))).toEqual({ ...none, actor: expect.closeTo(6) as number });
    expect(sides(between(dropped, dropped))).toMatchObject({ ...none, trace: expect.any(Number) as number });
    expect(between(dropped, dropped).trace).toBeGreaterThan(2);
    expect(between(here, here)).toMatchObject({ actor: 0, trace: 0 });
    expect(between(here, here).target).toBeGreaterThan(1);
  });

  it('counts the more, the closer in time', () => {
    const person = { entities: [aPerson(1)] };
    const strengths = [10 * minute, hour, 6 * hour, 2 * day].map((gap) => between(person, person, gap).actor);
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    expect(new Set(strengths).size).toBe(4);
  });

  it('counts for nothing beyond the time in which its kind says anything', () => {
    expect(between(attacker, attacker, 6 * day).actor).toBe(0);
    expect(between(attacker, attacker, 4 * day).actor).toBeGreaterThan(0);
  });

  it('of a hub counts for nothing, at any gap', () => {
    expect(between(attacker, attacker, minute, egress).actor).toBe(0);
    expect(between(attacker, attacker, minute).actor).toBeGreaterThan(5);
  });

  it('counts once for each side: a second address in common adds nothing', () => {
    const two = { entities: [anAddress('203.0.113.7'), anAddress('203.0.113.8')] };
    expect(between(two, two).actor).toBe(between(attacker, attacker).actor);
  });

  it('of a target counts less where a detector speaks there every day', () => {
    const here = { on: [virtualMachine('same')] };
    const routine = (alertType: string): readonly Alert[] =>
      Array.from({ length: 20 }, (_, today) =>
        at(noon + today * day + 7 * hour, `r${String(today)}`, { alertType, ...here, entities: [aPerson(9)] }),
      );
    const ofOthers = between(here, here, minute, routine('Other')).target;
    const ofFirst = between(here, here, minute, routine('First')).target;
    expect(ofFirst).toBeLessThan(ofOthers - 1);
  });

  it('at an unknown gap counts for nothing, and is a number', () => {
    const { startTime, endTime, ...timeless } = at(noon, 'first', { alertType: 'First', ...attacker });
    expect(startTime).toBe(endTime);
    const world = worldOf([
      timeless,
      at(noon, 'second', attacker),
      { ...timeless, key: 'x_third', alertType: 'Third' },
    ]);
    for (const [earlier, later] of [
      ['second', 'first'],
      ['first', 'third'],
    ] as const) {
      const pair = pairEvidence(world.context, world.episode(earlier), world.episode(later));
      expect([pair.actor, pair.target, Number.isNaN(weightOf(pair))]).toEqual([0, 0, false]);
    }
  });
});

describe('the kill chain', () => {
  const stage = (first: string, second: string, detector = 'Second'): number =>
    between({ intent: first }, { intent: second, alertType: detector }).stage;

  it('counts for alerts that advance and against those that fall back', () => {
    expect(stage('InitialAccess', 'Execution')).toBeGreaterThan(0);
    expect(stage('Impact', 'InitialAccess')).toBeLessThan(0);
  });

  it('says nothing inside a band, one band back, or where a stage is unknown', () =>
    expect([
      stage('Persistence', 'Discovery'),
      stage('Execution', 'InitialAccess'),
      stage('Unknown', 'Impact'),
      stage('Impact', 'Unknown'),
    ]).toEqual([0, 0, 0, 0]));

  it('counts against a detector that repeats itself, whatever stages it names', () =>
    expect(stage('InitialAccess', 'Impact', 'First')).toBeLessThan(0));
});

describe('actors that differ', () => {
  const [one, other] = [{ entities: [anAddress('203.0.113.7')] }, { entities: [anAddress('198.51.100.4')] }];
  const [person, stranger] = [{ entities: [aPerson(1)] }, { entities: [aPerson(2)] }];

  it('count against one attack, accounts more than addresses', () => {
    expect(between(one, other).conflict).toBeLessThan(0);
    expect(between(person, stranger).conflict).toBeLessThan(between(one, other).conflict);
  });

  it('do not count where one side names none, or only another kind', () =>
    expect([between(one, {}).conflict, between(one, person).conflict]).toEqual([0, 0]));

  it('do not count where another actor is shared', () => {
    const both = { entities: [anAddress('203.0.113.7'), aPerson(1)] };
    const moved = { entities: [anAddress('198.51.100.4'), aPerson(1)] };
    expect(between(both, moved).conflict).toBe(0);
  });

  it('do not count where one of them is a hub, which is nobody', () =>
    expect(between(one, other, hour, egress).conflict).toBe(0));
});

it('the gap is that between the end of the first and the start of the second, and 0 where they overlap', () => {
  expect(between({ endTime: noon + 20 * minute }, {}).gap).toBe(40 * minute);
  expect(between({ endTime: noon + 2 * hour }, {}).gap).toBe(0);
});

it('the weight is the sum of all that speaks for and against', () =>
  expect(weightOf({ gap: 9, actor: 1, trace: 2, target: 4, stage: -0.5, conflict: -1 })).toBe(5.5));

import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { balanced } from '../../../../src/domain/correlation/correlationOptions.ts';
import { groupEpisodes, type Grouping } from '../../../../src/domain/correlation/grouping/groupEpisodes.ts';
import { candidateLinks } from '../../../../src/domain/correlation/links/candidateLinks.ts';
import { day, hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { aHash, anAddress, aPerson, at, worldOf } from '../../../builders/correlationWorld.ts';

/** Groups, and the declared incidents by the names of their members. */
function group(
  alerts: readonly Alert[],
  ...declared: readonly (readonly string[])[]
): {
  readonly grouping: Grouping;
  readonly together: (one: string, other: string) => boolean;
} {
  const world = worldOf(alerts);
  const members = declared.map((names) =>
    names.map((called) => ({ row: world.episode(called), episode: world.episode(called) })),
  );
  const links = candidateLinks(world.context, world.timelines);
  const grouping = groupEpisodes(world.context, links, balanced, members);
  return {
    grouping,
    together: (one, other) => grouping.groupOf[world.episode(one)] === grouping.groupOf[world.episode(other)],
  };
}

/** An attacker on so many machines, a detector each. */
function attack(name: string, address: string, steps: number, begin = noon): readonly Alert[] {
  return Array.from({ length: steps }, (_, step) =>
    at(begin + step * 10 * minute, `${name}${String(step)}`, {
      alertType: `T${String(step)}`,
      on: [virtualMachine(`${name}-${String(step)}`)],
      entities: [anAddress(address)],
    }),
  );
}

const red = attack('red', '203.0.113.7', 4);
const blue = attack('blue', '198.51.100.4', 4, noon + minute);

describe('the core', () => {
  it('joins what an actor proves, and nothing else', () => {
    const { together } = group([...red, ...blue]);
    expect(['red1', 'red2', 'red3'].every((step) => together('red0', step))).toBe(true);
    expect(together('red0', 'blue0')).toBe(false);
  });

  it('gives a group of n episodes n - 1 proven links', () => {
    const { joinedBy } = group(red).grouping;
    expect(joinedBy.map(({ step, proven }) => [step, proven])).toEqual(Array(3).fill(['core', true]));
  });
});

describe('the second look', () => {
  const one = { on: [virtualMachine('web-1')] };

  it('joins two alerts on one target, close in time, where nothing speaks against it', () => {
    const { grouping, together } = group([
      at(noon, 'a', { alertType: 'A', ...one }),
      at(noon + hour, 'b', { alertType: 'B', ...one }),
    ]);
    expect(together('a', 'b')).toBe(true);
    expect(grouping.joinedBy).toMatchObject([{ step: 'secondLook', proven: false }]);
  });

  it('leaves two alerts on one target alone when their accounts differ', () => {
    const { together } = group([
      at(noon, 'a', { alertType: 'A', ...one, entities: [aPerson(1)] }),
      at(noon + 6 * hour, 'b', { alertType: 'B', ...one, entities: [aPerson(2)] }),
    ]);
    expect(together('a', 'b')).toBe(false);
  });

  it('leaves two alerts on one target alone when days lie between', () => {
    const far = [at(noon, 'a', { alertType: 'A', ...one }), at(noon + 3 * day, 'b', { alertType: 'B', ...one })];
    expect(group(far).together('a', 'b')).toBe(false);
  });

  it('adds a weak trace to a target that would not be enough alone', () => {
    const hash = { entities: [aHash('abcd')] };
    const far = (wish: object): boolean =>
      group([
        at(noon, 'a', { alertType: 'A', ...one, ...wish }),
        at(noon + 3 * day, 'b', { alertType: 'B', ...one, ...wish }),
      ]).together('a', 'b');
    expect([far({}), far(hash)]).toEqual([false, true]);
  });
});

describe('what the service declares', () => {
  it('joins alerts that share too little by themselves', () => {
    const one = { on: [virtualMachine('web-1')] };
    const far = [at(noon, 'a', { alertType: 'A', ...one }), at(noon + 3 * day, 'b', { alertType: 'B', ...one })];
    const { grouping, together } = group(far, ['a', 'b']);
    expect(together('a', 'b')).toBe(true);
    expect(grouping.joinedBy).toMatchObject([{ step: 'service', proven: true }]);
  });

  it('does not merge two attacks by one stranger', () => {
    const later = attack('blue', '198.51.100.4', 4, noon + 2 * day);
    const onSameMachine = later.map((alert, step) => (step === 0 ? { ...alert, resources: red[0]!.resources } : alert));
    const { together } = group([...red, ...onSameMachine], ['red0', 'red1', 'red2', 'red3', 'blue0']);
    expect(together('red0', 'red3')).toBe(true);
    expect(together('blue0', 'blue3')).toBe(true);
    expect(together('red0', 'blue3')).toBe(false);
  });
});

it('a group is called after its least episode', () => {
  const { groupOf } = group([...red, ...blue]).grouping;
  for (const [episode, of] of groupOf.entries()) {
    expect(of).toBeLessThanOrEqual(episode);
    expect(groupOf[of]).toBe(of);
  }
});

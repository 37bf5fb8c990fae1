import { describe, expect, it } from 'vitest';
import { killChainShape, type KillChainShape } from '../../../../src/domain/correlation/incidents/killChainShape.ts';
import { minute, noon } from '../../../builders/alert.ts';
import { at, columnsOf } from '../../../builders/correlationWorld.ts';

/** The shape of alerts with these intents, one after the other. */
function shape(...intents: readonly string[]): KillChainShape {
  const columns = columnsOf(intents.map((intent, index) => at(noon + index * minute, String(index), { intent })));
  return killChainShape(columns, [...columns.keys.keys()]);
}

describe('killChainShape', () => {
  it('is empty where no stage is known', () =>
    expect(shape('Unknown', 'Unknown')).toEqual({ reached: 0, steps: 0, progress: 0, lowest: -1, highest: -1 }));

  it('tells how far a climb got', () =>
    expect(shape('PreAttack', 'InitialAccess', 'Execution', 'Impact')).toEqual({
      reached: 4,
      steps: 4,
      progress: 1,
      lowest: 0,
      highest: 5,
    }));

  it('makes one step of two tactics of one band', () =>
    expect(shape('Persistence', 'Discovery')).toMatchObject({ reached: 1, steps: 1 }));

  it('makes one step of an alert that names many stages', () =>
    expect(shape('InitialAccess, Execution, Impact')).toMatchObject({ reached: 3, steps: 1, lowest: 1, highest: 5 }));

  it('makes no progress downwards', () =>
    expect(shape('Impact', 'Execution', 'InitialAccess')).toMatchObject({ steps: 1, progress: 1 / 3 }));

  it('forgives one step out of order', () =>
    expect(shape('InitialAccess', 'Impact', 'Execution', 'Exfiltration')).toMatchObject({ steps: 3, progress: 2 / 3 }));

  it('looks at the given rows only', () => {
    const columns = columnsOf([at(noon, 'a', { intent: 'InitialAccess' }), at(noon + 1, 'b', { intent: 'Impact' })]);
    expect(killChainShape(columns, [1])).toMatchObject({ reached: 1, lowest: 5 });
  });
});

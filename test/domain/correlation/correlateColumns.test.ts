import { describe, expect, it } from 'vitest';
import { correlateColumns } from '../../../src/domain/correlation/correlateColumns.ts';
import { balanced, defaultOptions } from '../../../src/domain/correlation/correlationOptions.ts';
import { aMemberEntity, aServiceIncident, day, hour, minute, noon, virtualMachine } from '../../builders/alert.ts';
import { anAddress, at, columnsOf } from '../../builders/correlationWorld.ts';

const attacker = { entities: [anAddress('203.0.113.7')] };
const one = at(noon, 'one', { alertType: 'One', on: [virtualMachine('a')], ...attacker });
const again = at(noon + minute, 'two', { alertType: 'One', on: [virtualMachine('a')], ...attacker });
const next = at(noon + hour, 'xnext', { alertType: 'Two', on: [virtualMachine('b')], ...attacker });
const alone = at(noon + 2 * hour, 'yalone', { on: [virtualMachine('z')] });

describe('correlateColumns', () => {
  it('gives every row the least row of its group, repeats with their first alert', () => {
    const { groupOfRow, rowOf, episodes } = correlateColumns(columnsOf([alone, next, again, one]));
    expect([...groupOfRow]).toEqual([0, 0, 0, 3]);
    expect([...episodes.of]).toEqual([0, 0, 1, 2]);
    expect([rowOf.get(one.key), rowOf.get(alone.key)]).toEqual([0, 3]);
  });

  it('gives nothing for nothing', () =>
    expect(correlateColumns(columnsOf([]))).toMatchObject({
      groupOfRow: new Int32Array(0),
      grouping: { joinedBy: [] },
    }));

  it('follows the service where members are in the list, and ignores those that are not', () => {
    const far = at(noon + 3 * day, 'zfar', { alertType: 'Far', on: [virtualMachine('a')] });
    const declared = aServiceIncident('case', [aMemberEntity([one.key, far.key, 'gone'])]);
    const together = (alerts: readonly (typeof one)[]): boolean => {
      const { groupOfRow } = correlateColumns(columnsOf(alerts));
      return groupOfRow[0] === groupOfRow[1];
    };
    expect([together([one, far]), together([one, far, declared])]).toEqual([false, true]);
  });

  it('joins less where it is told to be more certain', () => {
    const certain = { ...defaultOptions, thresholds: { ...balanced, core: 20, secondLook: 20 } };
    expect([...correlateColumns(columnsOf([one, next]), certain).groupOfRow]).toEqual([0, 1]);
    expect([...correlateColumns(columnsOf([one, next])).groupOfRow]).toEqual([0, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { tieBetween } from '../../../../src/domain/correlation/why/tieBetween.ts';
import { hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, at, keyOf } from '../../../builders/correlationWorld.ts';
import { explained } from '../../../builders/explained.ts';

const attacker = { entities: [anAddress('203.0.113.7')] };
const { computed } = explained([
  at(noon, 'a', { alertType: 'A', ...attacker }),
  at(noon + 10 * minute, 'again', { alertType: 'A', ...attacker }),
  at(noon + hour, 'b', { alertType: 'B', on: [virtualMachine('b')], ...attacker }),
]);

describe('what two alerts have to do with each other', () => {
  it('is what both name, at their gap, in any order', () => {
    const tie = tieBetween(computed, keyOf('a'), keyOf('b'));
    expect(tie).toMatchObject({ gap: 50 * minute, shared: [{ kind: 'address', key: '203.0.113.7' }] });
    expect(tieBetween(computed, keyOf('b'), keyOf('a'))).toEqual(tie);
  });

  it('is nothing between an alert and its repeat, and nothing that is known of one that is not in the list', () => {
    expect(tieBetween(computed, keyOf('a'), keyOf('again'))).toBeUndefined();
    expect(tieBetween(computed, keyOf('a'), keyOf('nowhere'))).toBeUndefined();
  });
});

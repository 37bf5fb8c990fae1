import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../src/domain/correlation/corrections/correction.ts';
import { correlate } from '../../../src/domain/correlation/correlate.ts';
import { correctionsOf } from '../../../src/services/corrections/correctionsOf.ts';
import { anAddress, at } from '../../builders/correlationWorld.ts';
import { hour, noon, virtualMachine } from '../../builders/alert.ts';
import { inSequence, keyOf } from '../../builders/corrections.ts';

const [incident] = correlate(
  ['a', 'b', 'c'].map((called, step) =>
    at(noon + step * hour, called, {
      alertType: called,
      on: [virtualMachine(called)],
      entities: [anAddress('203.0.113.7')],
    }),
  ),
).incidents;
const [a, b, x, y] = ['a', 'b', 'x', 'y'].map(keyOf) as [string, string, string, string];

/** Places of those that made the incident what it is. */
function found(...corrections: readonly Correction[]): readonly number[] {
  const made = inSequence(corrections);
  return correctionsOf(incident!, made).map((each) => made.indexOf(each));
}

describe('the corrections of an incident', () => {
  it('are those that name one of its alerts, the newest first', () =>
    expect(
      found(
        { kind: 'merge', alerts: [a, b] },
        { kind: 'remove', alerts: [x], from: [[y]] },
        { kind: 'remove', alerts: [x], from: [[a, b]] },
        { kind: 'move', alerts: [x], from: [], to: [b] },
      ),
    ).toEqual([3, 2, 0]));

  it('are names and pins only where most of their alerts are', () =>
    expect(
      found({ kind: 'rename', alerts: [a, x, y], name: 'n' }, { kind: 'pin', alerts: [a, b, x], pinned: true }),
    ).toEqual([1]));
});

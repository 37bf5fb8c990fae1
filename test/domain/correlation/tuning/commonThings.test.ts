import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { correlate } from '../../../../src/domain/correlation/correlate.ts';
import { defaultOptions } from '../../../../src/domain/correlation/correlationOptions.ts';
import { emptyStopList } from '../../../../src/domain/correlation/tuning/stopList.ts';
import { day, hour, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, at } from '../../../builders/correlationWorld.ts';

/** An egress address: for three weeks, several other machines every day. */
const egress: readonly Alert[] = Array.from({ length: 63 }, (_, turn) =>
  at(noon + Math.floor(turn / 3) * day + (turn % 3) * 7 * hour, `e${String(turn)}`, {
    alertType: `T${String(turn % 5)}`,
    on: [virtualMachine(`m-${String(turn)}`)],
    entities: [anAddress('198.51.100.9')],
  }),
);
/** An attacker: many machines, on one day. */
const attack: readonly Alert[] = Array.from({ length: 10 }, (_, turn) =>
  at(noon + 9 * day + turn * hour, `z${String(turn)}`, {
    alertType: `T${String(turn % 5)}`,
    on: [virtualMachine(`x-${String(turn)}`)],
    entities: [anAddress('203.0.113.7')],
  }),
);

describe('things that are offered for the stop list', () => {
  it('are those that all the world has in common, and not an attacker', () =>
    expect(correlate([...egress, ...attack]).commonThings).toEqual([
      { part: 'addresses', entry: '198.51.100.9', alerts: 63 },
    ]));

  it('are no longer offered once they are on it', () => {
    const stopList = { ...emptyStopList, addresses: ['198.51.100.0/24'] };
    expect(correlate(egress, { ...defaultOptions, stopList }).commonThings).toEqual([]);
  });

  it('are none where nothing happens', () => expect(correlate([]).commonThings).toEqual([]));
});

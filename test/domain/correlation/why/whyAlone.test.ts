import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../src/domain/alert.ts';
import { whyAlone, type Alone } from '../../../../src/domain/correlation/why/whyAlone.ts';
import { day, hour, minute, noon, virtualMachine } from '../../../builders/alert.ts';
import { anAddress, at, keyOf } from '../../../builders/correlationWorld.ts';
import { explained } from '../../../builders/explained.ts';

function alone(alerts: readonly Alert[], called: string): Alone {
  return whyAlone(explained(alerts).computed, keyOf(called));
}

/** One detector sees one address on machine after machine: a series, no attack that goes on. */
function series(length: number): readonly Alert[] {
  return Array.from({ length }, (_, index) =>
    at(noon + index * minute, `s${String(index)}`, {
      on: [virtualMachine(`m-${String(index)}`)],
      entities: [anAddress('203.0.113.7')],
    }),
  );
}

describe('why an alert is alone', () => {
  it('is nothing that is known of an alert that is not in the list', () =>
    expect(alone([at(noon, 'a')], 'nowhere')).toEqual({ excluded: false, related: [], nearest: [] }));

  it('names the alerts that it is grouped with, fifty at most', () => {
    expect(alone(series(3), 's1').related).toEqual([keyOf('s0'), keyOf('s2')]);
    expect(alone(series(60), 's1').related).toHaveLength(50);
  });

  it('names no relatives twice, as what is near', () => expect(alone(series(3), 's1').nearest).toEqual([]));

  it('names the three that came closest, nearest first, each with what kept it apart', () => {
    const others = [8, 5, 30, 12].map((days) =>
      at(noon + days * day, `d${String(days)}`, { alertType: `T${String(days)}` }),
    );
    const { nearest } = alone([at(noon, 'a'), ...others], 'a');
    expect(nearest.map(({ other }) => other)).toHaveLength(3);
    expect(nearest.map(({ apart }) => apart.kind)).toEqual(['gap', 'gap', 'gap']);
    const near = at(noon + 12 * hour, 'near', { alertType: 'N' });
    expect(alone([at(noon, 'a'), ...others, near], 'a').nearest[0]).toMatchObject({
      other: near.key,
      apart: { kind: 'weak', gap: 12 * hour },
    });
  });

  it('names nobody where no other alert names anything that it names', () =>
    expect(alone([at(noon, 'a'), at(noon, 'b', { on: [virtualMachine('b')] })], 'a').nearest).toEqual([]));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import { correlate } from '../../../src/domain/correlation/correlate.ts';
import { correlateColumns } from '../../../src/domain/correlation/correlateColumns.ts';
import type { Correlation } from '../../../src/domain/correlation/correlation.ts';
import { columnIncidents } from '../../../src/domain/correlation/incidents/columnIncidents.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import { memberKeys } from '../../../src/domain/incident.ts';
import { hour, minute, noon, virtualMachine } from '../../builders/alert.ts';
import { aSmallWorld, deliveriesOf } from '../../builders/arbitraryWorld.ts';
import { explained } from '../../builders/explained.ts';
import { anAddress, at, columnsOf } from '../../builders/correlationWorld.ts';

const worldAndDeliveries = aSmallWorld.chain((world) => fc.tuple(fc.constant(world), deliveriesOf(world)));

/** What a person sees of incidents. The times of processing are no part of it. */
function outcome({ incidents, standalone }: Correlation): object {
  return { incidents, standalone };
}

describe('in any small world', () => {
  it('order, repeats and older deliveries change nothing', () => {
    fc.assert(
      fc.property(worldAndDeliveries, ([world, deliveries]) => {
        expect(outcome(correlate(deliveries))).toEqual(outcome(correlate(world)));
      }),
    );
  });

  it('they change nothing where alerts are read one by one either', () => {
    const found = (alerts: readonly Alert[]): object => columnIncidents(correlateColumns(columnsOf(alerts)));
    fc.assert(
      fc.property(worldAndDeliveries, ([world, deliveries]) => {
        expect(found(deliveries)).toEqual(found(world));
      }),
    );
  });

  it('no alert is lost, and none is in two incidents of our own', () => {
    fc.assert(
      fc.property(aSmallWorld, (world) => {
        const { incidents, standalone, alerts } = correlate(world);
        const placed = [
          ...incidents.flatMap(memberKeys),
          ...incidents.flatMap(({ declaredBy }) => declaredBy ?? []),
          ...standalone,
        ];
        expect(new Set(placed)).toEqual(new Set(alerts.keys()));
        const local = incidents.filter(({ origin }) => origin === 'local').flatMap(memberKeys);
        expect(new Set(local).size).toBe(local.length);
      }),
    );
  });

  it('the links of an incident of our own are a tree: one path between any two of its alerts', () => {
    fc.assert(
      fc.property(aSmallWorld, (world) => {
        const { incidents, computed } = explained(world);
        for (const incident of incidents.filter(({ origin }) => origin === 'local')) {
          const episodeOf = (key: string): number => computed.episodes.of[computed.rowOf.get(key) as number] as number;
          const episodes = new Set(memberKeys(incident).map(episodeOf));
          expect(incident.links).toHaveLength(episodes.size - 1);
          expect(reachable(incident, memberKeys(incident)[0]!, episodeOf)).toEqual(episodes);
        }
      }),
    );
  });

  it('every link is between members, and says what it knows in numbers', () => {
    fc.assert(
      fc.property(aSmallWorld, (world) => {
        for (const incident of correlate(world).incidents) {
          const members = new Set(memberKeys(incident));
          for (const { from, to, probability, gap, shared } of incident.links) {
            expect([members.has(from), members.has(to), from === to]).toEqual([true, true, false]);
            expect([probability >= 0 && probability <= 1, gap >= 0]).toEqual([true, true]);
            expect(shared.every(({ likelihood }) => likelihood >= 1)).toBe(true);
          }
        }
      }),
    );
  });

  it('an incident of our own never holds two tenants', () => {
    fc.assert(
      fc.property(aSmallWorld, (world) => {
        const { incidents, alerts } = correlate(world);
        for (const incident of incidents.filter(({ origin }) => origin === 'local')) {
          const tenants = memberKeys(incident).flatMap((key) => alerts.get(key)?.tenantId ?? []);
          expect(new Set(tenants).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('an incident of the service is shown with all its members, whatever else is found', () => {
    fc.assert(
      fc.property(aSmallWorld, (world) => {
        const { incidents, alerts, computed } = explained(world);
        for (const { key, members } of computed.context.alerts.declarations) {
          const shown = new Set(memberKeys(incidents.find(({ id }) => id === key)!));
          for (const member of members.filter((name) => alerts.has(name))) expect(shown.has(member)).toBe(true);
        }
      }),
    );
  });
});

it('an incident keeps its id with every later alert that joins', () => {
  const steps = Array.from({ length: 12 }, (_, step) =>
    at(noon + step * 50 * minute, `s${String(step)}`, {
      alertType: `T${String(step)}`,
      on: [virtualMachine(`m-${String(step)}`)],
      entities: [anAddress('203.0.113.7')],
    }),
  );
  const elsewhere = at(noon - hour, 'elsewhere', { on: [virtualMachine('z')] });
  for (let count = 2; count <= steps.length; count += 1) {
    const { incidents } = correlate([elsewhere, ...steps.slice(0, count)]);
    expect(incidents.map(({ id, members }) => [id, members.length])).toEqual([[`local:${steps[0]!.key}`, count]]);
  }
});

/** Episodes that links lead to, from that of one alert. */
function reachable(incident: Incident, from: string, episodeOf: (key: string) => number): ReadonlySet<number> {
  const found = new Set([episodeOf(from)]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const link of incident.links) {
      const ends = [episodeOf(link.from), episodeOf(link.to)];
      if (ends.some((end) => found.has(end))) for (const end of ends) found.add(end);
    }
  }
  return found;
}

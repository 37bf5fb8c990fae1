import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert, AlertKey } from '../../../../src/domain/alert.ts';
import { correlateColumns } from '../../../../src/domain/correlation/correlateColumns.ts';
import { defaultOptions, type CorrelationOptions } from '../../../../src/domain/correlation/correlationOptions.ts';
import { columnIncidents } from '../../../../src/domain/correlation/incidents/columnIncidents.ts';
import { foundIncident } from '../../../../src/domain/correlation/findIncidents.ts';
import type { FoundIncident } from '../../../../src/domain/correlation/incidents/foundIncident.ts';
import {
  IncrementalCorrelation,
  type AlertChanges,
} from '../../../../src/domain/correlation/incremental/incrementalCorrelation.ts';
import { minute, noon } from '../../../builders/alert.ts';
import { correctionsOf } from '../../../builders/arbitraryCorrections.ts';
import { aSmallWorld, deliveriesOf } from '../../../builders/arbitraryWorld.ts';
import { corrected } from '../../../builders/corrections.ts';
import { aHash, anAddress, at, columnsOf } from '../../../builders/correlationWorld.ts';

type Outcome = ReadonlyMap<string, FoundIncident>;

function byId(incidents: Iterable<FoundIncident>): Outcome {
  return new Map(Array.from(incidents, (incident) => [incident.id, incident]));
}

/** What a run over all alerts that are held finds with the same statistics. */
function fullRun(engine: IncrementalCorrelation, options: CorrelationOptions): Outcome {
  const result = correlateColumns(engine.columns(), options, engine.statistics);
  return byId(columnIncidents(result).map((incident) => foundIncident(incident, result)));
}

function engineOver(alerts: readonly Alert[], options = defaultOptions): IncrementalCorrelation {
  const engine = new IncrementalCorrelation(options);
  engine.update({ added: alerts });
  engine.rebuild();
  return engine;
}

/** A small world, and batches of deliveries and removals in any order, repeats and stale ones among them. */
const history = aSmallWorld
  .filter((world) => world.length > 1)
  .chain((world) =>
    fc.record({
      world: fc.constant(world),
      known: fc.subarray([...world]),
      batches: fc.array(batchOf(world), { maxLength: 4 }),
    }),
  );

function batchOf(world: readonly Alert[]): fc.Arbitrary<AlertChanges> {
  return fc.record({
    added: deliveriesOf(world).chain((deliveries) => fc.subarray([...deliveries])),
    removed: fc.subarray(world.map(({ key }) => key)),
  });
}

describe('in any small world', { timeout: 60_000 }, () => {
  it.each<[string, Partial<CorrelationOptions>]>([
    ['', {}],
    [
      ', where an alert type is excluded and an address stopped',
      {
        excludedTypes: ['t1'],
        stopList: { ...defaultOptions.stopList, addresses: ['203.0.113.1'] },
      },
    ],
    [", where the service's word is only shown", { serviceTrust: 'shownOnly' }],
  ])('changes in any order give what a full run gives%s', (_, wish) => {
    const options = { ...defaultOptions, ...wish };
    fc.assert(
      fc.property(history, ({ known, batches }) => {
        const engine = engineOver(known, options);
        for (const batch of batches) {
          engine.update(batch);
          expect(byId(engine.incidents())).toEqual(fullRun(engine, options));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('also where people have put alerts together and taken some away', () => {
    const correctedHistory = history.chain((each) =>
      fc.tuple(fc.constant(each), correctionsOf(each.world.map(({ key }) => key).slice(0, 8))),
    );
    fc.assert(
      fc.property(correctedHistory, ([{ known, batches }, corrections]) => {
        const options = corrected(...corrections);
        const engine = engineOver(known, options);
        for (const batch of batches) {
          engine.update(batch);
          expect(byId(engine.incidents())).toEqual(fullRun(engine, options));
        }
      }),
    );
  });

  it('the order in which alerts arrive one by one changes nothing', () => {
    const arrival = aSmallWorld.chain((world) =>
      fc.tuple(fc.subarray([...world]), deliveriesOf(world), deliveriesOf(world)),
    );
    fc.assert(
      fc.property(arrival, ([known, one, other]) => {
        const [first, second] = [engineOver(known), engineOver(known)];
        for (const alert of one) first.update({ added: [alert] });
        for (const alert of other) second.update({ added: [alert] });
        expect(byId(first.incidents())).toEqual(fullRun(first, defaultOptions));
        expect(byId(second.incidents())).toEqual(fullRun(second, defaultOptions));
        expect(byId(first.incidents())).toEqual(byId(second.incidents()));
      }),
    );
  });

  it('what it says of changes adds up to what is there', () => {
    fc.assert(
      fc.property(history, ({ known, batches }) => {
        const engine = engineOver(known);
        const incidents = new Map(byId(engine.incidents()));
        for (const batch of batches) {
          const { found, gone } = engine.update(batch);
          for (const id of gone) expect(incidents.delete(id)).toBe(true);
          for (const id of found) incidents.set(id, engine.incident(id)!);
          expect(incidents).toEqual(byId(engine.incidents()));
        }
      }),
    );
  });

  it('learning anew gives what a run from the beginning gives', () => {
    fc.assert(
      fc.property(history, ({ world, known, batches }) => {
        const engine = engineOver(known);
        for (const batch of batches) engine.update(batch);
        engine.update({ added: world });
        engine.rebuild();
        const computed = correlateColumns(columnsOf(world));
        const fromTheBeginning = columnIncidents(computed).map(({ id }): AlertKey => id);
        expect(new Set(Array.from(engine.incidents(), ({ id }) => id))).toEqual(new Set(fromTheBeginning));
      }),
    );
  });

  it('the same deliveries again touch nothing', () => {
    fc.assert(
      fc.property(aSmallWorld, (world) => {
        const engine = engineOver(world.filter(({ isIncident }) => !isIncident));
        expect(engine.update({ added: world.filter(({ isIncident }) => !isIncident) })).toEqual({
          found: [],
          gone: [],
        });
      }),
    );
  });
});

describe('a flood of alerts', () => {
  const flood = Array.from({ length: 20_000 }, (_, index) =>
    at(noon + index * minute, `f${String(index)}`, {
      alertType: `T${String(index % 50)}`,
      on: [],
      // A thing of their own beside the shared one, so that none is taken for a repeat of another.
      entities: [anAddress('203.0.113.7'), aHash(String(index))],
    }),
  );

  it('that share one entity is linked to the nearest only, while nobody knows that everybody has it', () => {
    const engine = new IncrementalCorrelation();
    engine.update({ added: flood.slice(0, 2_000) });
    expect(engine.needsRebuild).toBe(true);
    expect(Math.max(...Array.from(engine.incidents(), ({ alertKeys }) => alertKeys.length))).toBeLessThanOrEqual(1_000);
  });

  it('connects nothing once that is learnt, however many more there are', { timeout: 60_000 }, () => {
    const engine = new IncrementalCorrelation();
    engine.rebuild(flood.slice(0, 15_000));
    expect(engine.update({ added: flood.slice(15_000) })).toEqual({ found: [], gone: [] });
    expect(engine.size).toBe(20_000);
  });
});

it('one alert with ten thousand entities comes and goes without a trace', () => {
  const entities = Array.from({ length: 10_000 }, (_, index) => aHash(`h${String(index)}`));
  const others = entities
    .slice(0, 500)
    .map((entity, index) => at(noon + index * minute, `o${String(index)}`, { entities: [entity] }));
  const engine = engineOver(others);
  const before = byId(engine.incidents());
  const crowded = at(noon, 'crowded', { alertType: 'Crowded', entities });
  engine.update({ added: [crowded] });
  expect(byId(engine.incidents())).toEqual(fullRun(engine, defaultOptions));
  engine.update({ removed: [crowded.key] });
  expect(byId(engine.incidents())).toEqual(before);
});

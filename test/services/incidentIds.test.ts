import { finish } from '../../src/domain/steps.ts';
import { expect, it } from 'vitest';
import type { Alert } from '../../src/domain/alert.ts';
import { correlate } from '../../src/domain/correlation/correlate.ts';
import type { Correlation } from '../../src/domain/correlation/correlation.ts';
import { findIncident } from '../../src/services/findIncident.ts';
import { IncidentIds, type IdentityMemory } from '../../src/services/incidentIds.ts';
import { incidentEntries, searchItems } from '../../src/services/itemSearch.ts';
import { unseenHighItems } from '../../src/services/unseenItems.ts';
import { hour, minute, noon, virtualMachine } from '../builders/alert.ts';
import { anAddress, at } from '../builders/correlationWorld.ts';
import { aStoreState } from '../builders/storeState.ts';

class Memory implements IdentityMemory {
  stored: unknown;
  read(): unknown {
    return this.stored;
  }
  write(value: () => object): void {
    this.stored = JSON.parse(JSON.stringify(value()));
  }
}

/** One of several steps of one attacker, on a machine of its own. */
function step(number: number, address: string): Alert {
  return at(noon + number * 10 * minute, `s${String(number)}`, {
    alertType: `T${String(number)}`,
    severity: 'High',
    on: [virtualMachine(`m-${String(number)}`)],
    entities: [anAddress(address)],
  });
}

const [first, second, third, fourth] = [1, 2, 7, 8].map((number) =>
  step(number, number < 5 ? '203.0.113.1' : '203.0.113.2'),
);
const elsewhere = at(noon - hour, 'elsewhere', { on: [virtualMachine('z')] });
/** Both attackers at once: the two attacks are one. */
const both = at(noon + 55 * minute, 's5', {
  alertType: 'T5',
  severity: 'High',
  on: [virtualMachine('m-5')],
  entities: [anAddress('203.0.113.1'), anAddress('203.0.113.2')],
});

function run(ids: IncidentIds, ...alerts: readonly (Alert | undefined)[]): Correlation {
  return finish(ids.keep(correlate([elsewhere, ...alerts.filter((alert) => alert !== undefined)])));
}

function idOf({ incidentsOf }: Correlation, alert: Alert | undefined): string | undefined {
  return incidentsOf.get(alert?.key ?? '')?.[0];
}

it('an incident keeps its id when an earlier alert arrives late, also over a restart', () => {
  const memory = new Memory();
  const before = run(new IncidentIds(memory), second, step(3, '203.0.113.1'));
  const id = idOf(before, second);
  const later = run(new IncidentIds(memory), first, second, step(3, '203.0.113.1'));
  expect(id).toBe(`local:${second!.key}`);
  expect(idOf(later, first)).toBe(id);
  expect(later.incidents.map((incident) => incident.id)).toEqual([id]);
});

it('after a merge the old id still finds the incident, in the search as well', () => {
  const ids = new IncidentIds(new Memory());
  const apart = run(ids, first, second, third, fourth);
  const [old, survivor] = [idOf(apart, third)!, idOf(apart, first)!];
  expect(apart.incidents).toHaveLength(2);
  const merged = run(ids, first, second, third, fourth, both);
  expect(merged.incidents.map(({ id }) => id)).toEqual([survivor]);
  expect(findIncident(merged, old)).toBe(merged.incidents[0]);
  expect(searchItems(finish(incidentEntries(merged)), old, 10).found.map(({ target }) => target.id)).toEqual([
    survivor,
  ]);
});

it('what came of an incident that was opened is not new', () => {
  const ids = new IncidentIds(new Memory());
  const apart = run(ids, first, second, third, fourth);
  const merged = run(ids, first, second, third, fourth, both);
  const state = { ...aStoreState([]), correlation: merged };
  expect(unseenHighItems(state, new Set())).toHaveLength(1);
  expect(unseenHighItems(state, new Set([idOf(apart, third)!]))).toEqual([]);
});

it('a window that has read nothing yet overwrites nothing', () => {
  const memory = new Memory();
  memory.stored = 'as it was';
  finish(new IncidentIds(memory).keep(correlate([])));
  expect(memory.stored).toBe('as it was');
});

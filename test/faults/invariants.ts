import { expect } from 'vitest';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import { viewStatusOf } from '../../src/services/viewStatus.ts';
import { bodyCanary } from '../arm-server/named/namedFault.ts';
import { aStoreState } from '../builders/storeState.ts';
import { faulty, steady, type FaultWorld } from './faultWorld.ts';
import { subscriptionTree } from './subscriptionRow.ts';
import { snapshotOf, type Seen, type Trial } from './trial.ts';

/** What must hold after every fault, by the names of the list of invariants. */
const invariants = {
  I1: expectOldDataKept,
  I2: expectNothingFoundOnlyWhenRead,
  I3: expectChecklistsUntouched,
  I4: expectTokensAtHome,
  I5: expectSettled,
  I6: expectPlainRow,
  I7: expectNoSecrets,
  I8: expectEase,
  I9: expectFewRequests,
} as const satisfies Record<string, (world: FaultWorld, trial: Trial, seen: Seen) => void>;

export type InvariantName = keyof typeof invariants;
export type Exempt = Readonly<Partial<Record<InvariantName, string>>>;

/**
 * What the trial expects of its fault, and all nine invariants but those that it names as impossible.
 *
 * @param held takes the names of those that held, one by one, also where a later one does not.
 */
export function expectInvariants(world: FaultWorld, trial: Trial, seen: Seen, held: InvariantName[]): void {
  expectOutcome(trial, seen);
  for (const name of Object.keys(invariants) as InvariantName[]) {
    if (trial.exempt?.[name] !== undefined) continue;
    invariants[name](world, trial, seen);
    held.push(name);
  }
}

function expectOutcome({ outcome, row }: Trial, seen: Seen): void {
  const { health } = seen.snapshot;
  if (outcome === 'healed') expect(health).toMatchObject({ kind: 'ok' });
  else expect(health).toMatchObject({ kind: 'failed', failure: outcome });
  if (row !== undefined) expect(seen.row.description).toMatch(row);
}

/** I1: only a listing that ended takes the place of what was known; a neighbour notices nothing. */
function expectOldDataKept(
  _: FaultWorld,
  { subscriptionId = faulty, everywhere = false }: Trial,
  { before, state, snapshot }: Seen,
): void {
  if (snapshot.health.kind === 'failed') {
    expect(snapshot.alerts, 'I1: old rows').toBe(snapshotOf(before, subscriptionId).alerts);
    expect(snapshot.health.staleSince, 'I1: marked stale').toBeTypeOf('number');
  } else {
    expect(snapshot.health.kind, 'I1: settled').toBe('ok');
  }
  expect(new Set(snapshot.alerts.map(({ key }) => key)).size, 'I1: no alert twice').toBe(snapshot.alerts.length);
  if (!everywhere) expect(snapshotOf(state, steady).health.kind, 'I1: the neighbour').toBe('ok');
  expect(snapshotOf(state, steady).alerts, 'I1: the neighbour').toHaveLength(5);
}

/** I2, also for somebody to whom the same happens at the very first refresh. */
function expectNothingFoundOnlyWhenRead(_: FaultWorld, __: Trial, { state, snapshot: { health } }: Seen): void {
  expect(viewStatusOf(state), 'I2').not.toBe('noAlerts');
  if (health.kind !== 'failed') return;
  const first = aStoreState([{ failure: health.failure }]);
  expect(viewStatusOf(first), 'I2: at first').not.toBe('noAlerts');
  expect(subscriptionTree(first).roots(), 'I2: at first').not.toEqual([]);
}

function expectChecklistsUntouched(_: FaultWorld, __: Trial, { checklists: [before, after] }: Seen): void {
  expect(after, 'I3: checklists').toBe(before);
}

/** I4: no connection to any other place, so no byte of a token there either. */
function expectTokensAtHome(
  world: FaultWorld,
  { endpoint = (origin) => origin }: Trial,
  { strayed, hosts }: Seen,
): void {
  expect(strayed, 'I4: connections elsewhere').toBe(0);
  expect(world.elsewhere.requests, 'I4: requests elsewhere').toEqual([]);
  const { host } = new URL(endpoint(world.server.origin));
  for (const seen of hosts) expect(seen, 'I4: only the configured name').toBe(host);
}

/** I5: a refresh ends in time, and at once when it is cancelled; no error goes unheard. */
function expectSettled(_: FaultWorld, trial: Trial, { milliseconds, cancelled, unheard }: Seen): void {
  expect(milliseconds, 'I5: settles in time').toBeLessThan(trial.within ?? 2_500);
  expect(cancelled.milliseconds, 'I5: ends when cancelled').toBeLessThan(1_000);
  expect(cancelled.state.refreshing, 'I5: ends when cancelled').toBe(false);
  expect(unheard, 'I5: nothing is unhandled').toEqual([]);
}

/** I6: where something is wrong, one row says so in plain words and offers a way on. */
function expectPlainRow(_: FaultWorld, __: Trial, { snapshot, row }: Seen): void {
  if (snapshot.health.kind !== 'failed') return;
  expect(row.description, 'I6: stale since').toMatch(/^stale since .+ · .+ alerts · .{5,}/);
  expect(row.capabilities, 'I6: a way on').toContain(wayOn(snapshot.health.failure));
  expect(row.tooltip.length, 'I6: more in the tooltip').toBeGreaterThan(100);
}

function wayOn({ kind }: AzureFailure): 'signIn' | 'retry' {
  return kind === 'notSignedIn' ? 'signIn' : 'retry';
}

/** I7: no token, cookie or body in what is logged, held or shown. */
function expectNoSecrets(_: FaultWorld, __: Trial, { product, state, row }: Seen): void {
  const kept = [
    ...product.logged,
    row.description,
    row.tooltip,
    JSON.stringify({ ...state, correlation: undefined }),
  ].join('\n');
  for (const secret of [...product.tokens, bodyCanary]) expect(kept.includes(secret), 'I7: secrets').toBe(false);
  for (const logged of product.logged) expect(logged.length, 'I7: length of a line').toBeLessThan(400);
}

/** I8: the event loop turns, and memory is bounded. */
function expectEase(_: FaultWorld, trial: Trial, seen: Seen): void {
  const { hold = 100, memory = 200 * 1024 * 1024 } = trial.strain ?? {};
  expect(seen.strain.holdP99, 'I8: the event loop turns').toBeLessThan(hold);
  expect(seen.strain.grown, 'I8: memory').toBeLessThan(memory);
}

/** I9: no more requests than it says. */
function expectFewRequests(_: FaultWorld, trial: Trial, { requests }: Seen): void {
  expect(requests, 'I9: requests').toBeLessThanOrEqual(trial.requests);
}

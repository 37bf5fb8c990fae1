import { expect } from 'vitest';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import { viewStatusOf } from '../../src/services/viewStatus.ts';
import { bodyCanary } from '../arm-server/named/namedFault.ts';
import { aStoreState } from '../builders/storeState.ts';
import { faulty, steady, type FaultWorld } from './faultWorld.ts';
import { subscriptionTree } from './subscriptionRow.ts';
import { snapshotOf, type Seen, type Trial } from './trial.ts';

/** What the trial expects of its fault, and what must hold after every fault (I1 to I9). */
export function expectInvariants(world: FaultWorld, trial: Trial, seen: Seen): void {
  expectOutcome(trial, seen);
  expectOldDataKept(trial, seen);
  expectNothingFoundOnlyWhenRead(seen);
  expect(seen.checklists[1], 'I3: checklists').toBe(seen.checklists[0]);
  expectTokensAtHome(world, seen);
  expect(seen.milliseconds, 'I5: settles in time').toBeLessThan(trial.within ?? 2_500);
  expect(seen.unheard, 'I5: nothing is unhandled').toEqual([]);
  expectPlainRow(seen);
  expectNoSecrets(seen);
  expect(seen.strain.holdP99, 'I8: the event loop turns').toBeLessThan(trial.hold ?? 100);
  expect(seen.strain.grown, 'I8: memory').toBeLessThan(trial.memory ?? 200 * 1024 * 1024);
  expect(seen.requests, 'I9: requests').toBeLessThanOrEqual(trial.requests);
}

function expectOutcome({ outcome, row }: Trial, seen: Seen): void {
  const { health } = seen.snapshot;
  if (outcome === 'healed') expect(health).toMatchObject({ kind: 'ok' });
  else expect(health).toMatchObject({ kind: 'failed', failure: outcome });
  if (row !== undefined) expect(seen.row.description).toMatch(row);
}

/** I1: only a listing that ended takes the place of what was known; a neighbour notices nothing. */
function expectOldDataKept(
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
function expectNothingFoundOnlyWhenRead({ state, snapshot: { health } }: Seen): void {
  expect(viewStatusOf(state), 'I2').not.toBe('noAlerts');
  if (health.kind !== 'failed') return;
  const first = aStoreState([{ failure: health.failure }]);
  expect(viewStatusOf(first), 'I2: at first').not.toBe('noAlerts');
  expect(subscriptionTree(first).roots(), 'I2: at first').not.toEqual([]);
}

/** I4: no connection to any other place, so no byte of a token there either. */
function expectTokensAtHome(world: FaultWorld, { strayed }: Seen): void {
  expect(strayed, 'I4: connections elsewhere').toBe(0);
  expect(world.elsewhere.requests, 'I4: requests elsewhere').toEqual([]);
  const host = new URL(world.server.origin).host;
  const hosts = new Set(world.server.requests.map(({ headers }) => headers['host']));
  for (const seen of hosts) expect(seen, 'I4: only the configured name').toBe(host);
}

/** I6: where something is wrong, one row says so in plain words and offers a way on. */
function expectPlainRow({ snapshot, row }: Seen): void {
  if (snapshot.health.kind !== 'failed') return;
  expect(row.description, 'I6: stale since').toMatch(/^stale since .+ · .+ alerts · .{5,}/);
  expect(row.capabilities, 'I6: a way on').toContain(wayOn(snapshot.health.failure));
  expect(row.tooltip.length, 'I6: more in the tooltip').toBeGreaterThan(100);
}

function wayOn({ kind }: AzureFailure): 'signIn' | 'retry' {
  return kind === 'notSignedIn' ? 'signIn' : 'retry';
}

/** I7: no token, cookie or body in what is logged, held or shown. */
function expectNoSecrets({ product, state, row }: Seen): void {
  const kept = [
    ...product.logged,
    row.description,
    row.tooltip,
    JSON.stringify({ ...state, correlation: undefined }),
  ].join('\n');
  for (const secret of [...product.tokens, bodyCanary]) expect(kept.includes(secret), 'I7: secrets').toBe(false);
  for (const logged of product.logged) expect(logged.length, 'I7: length of a line').toBeLessThan(400);
}

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault, Manner } from '../arm-server/fault.ts';
import { answer, armError, bodyCanary } from '../arm-server/named/namedFault.ts';
import { viewStatusOf } from '../../src/services/viewStatus.ts';
import type { StoreState } from '../../src/services/storeState.ts';
import { faulty, openFaultWorld, steady, type FaultWorld } from './faultWorld.ts';
import { startProduct, theToken, type Product } from './product.ts';
import { snapshotOf } from './trial.ts';
import { transportInProcess } from './transportInProcess.ts';
import { Unheard } from './unheard.ts';

/** Sequences in process: a thousand where every change is tested, 10,000 with FAULT_RUNS=10000. */
const runs = Number(process.env['FAULT_RUNS'] ?? 1_000);
const runsOverSocket = Math.min(Math.ceil(runs / 15), 300);
const seed = Number(process.env['FAULT_SEED'] ?? 20_260_318);

/** Longest sequence of answers that are spoilt, one after the other; what comes later is well. */
const longest = 12;

let world: FaultWorld;
beforeAll(async () => void (world = await openFaultWorld()));
afterAll(() => world.close());

const manner: fc.Arbitrary<Manner> = fc.oneof(
  fc.constant<Manner>({ kind: 'reset' }),
  fc.record({ kind: fc.constant('cut' as const), by: fc.constantFrom('fin', 'rst'), chunked: fc.boolean() }),
  fc.record({ kind: fc.constant('length' as const), difference: fc.integer({ min: -50, max: 50 }) }),
  fc.record({ kind: fc.constant('stall' as const), at: fc.constantFrom('head', 'body') }),
);

const headerValue = fc.oneof(
  fc.constantFrom('0', '1', '2', '-5', '3600', '9999999', '1e309', 'soon', ''),
  fc.integer({ min: -10, max: 100_000 }).map(String),
);

const status = fc.constantFrom(204, 302, 307, 400, 401, 403, 404, 408, 409, 413, 429, 500, 501, 502, 503, 504, 505);

const link = fc.oneof(
  fc.constantFrom('https://evil.example/x', 'http://127.0.0.1/x', '//evil.example', '', null, 5, {}, 'x:y'),
  fc.webUrl(),
);

const body = fc.oneof(
  fc.constantFrom('', 'null', '[]', '{}', '"x"', '{"value":{}}', '{"value":[', `<html>${bodyCanary}`),
  fc.json(),
  fc.json().map((text) => `{"value":[${text},${text}]}`),
);

const contentType = fc.constantFrom('application/json', 'text/plain', 'text/html', 'application/json; charset=utf-16');

const spoiling: fc.Arbitrary<Fault> = fc.oneof(
  fc.tuple(status, headerValue).map(([code, wait]) => armError(code, 'SomeCode', { 'retry-after': wait })),
  fc.tuple(body, contentType).map(([text, type]) => answer(text, { 'content-type': type })),
  link.map((nextLink): Fault => ({ kind: 'nextLink', nextLink })),
  manner.map((how): Fault => ({ kind: 'spoilt', manner: how, encoding: 'gzip' })),
  fc.constant<Fault>({ kind: 'html200' }),
);

/** For each request in turn: a fault, or none. */
const sequence = fc.array(fc.option(spoiling, { nil: undefined, freq: 3 }), { minLength: 1, maxLength: longest });

describe('any sequence of faults', () => {
  it(`keeps what must be kept, in ${String(runs)} sequences (seed ${String(seed)})`, { timeout: 1_800_000 }, () =>
    holdsFor(runs, (faults) => startProduct(world, { ...quick, httpClient: transportInProcess(faults) })),
  );

  it(`keeps it over a socket, too, in ${String(runsOverSocket)}`, { timeout: 600_000 }, () =>
    holdsFor(runsOverSocket, (faults) => {
      world.inject(() => withoutStalls(faults()), faulty);
      return startProduct(world, quick);
    }),
  );
});

const quick = { selected: [faulty, steady], uncorrelated: true, swiftWaits: 'none' } as const;

/** What never ends costs its deadline over a socket, and a busy machine may miss a short one: F24 shows stalls there. */
function withoutStalls(fault: Fault | undefined): Fault | undefined {
  const stalls = fault?.kind === 'spoilt' && fault.manner.kind === 'stall';
  return stalls ? { ...fault, manner: { kind: 'reset' } } : fault;
}

async function holdsFor(numRuns: number, start: (next: () => Fault | undefined) => Product): Promise<void> {
  const unheard = new Unheard();
  await fc.assert(
    fc.asyncProperty(sequence, async (faults) => {
      let waiting: (Fault | undefined)[] = [];
      const product = start(() => waiting.shift());
      await product.refresher.refresh();
      const all = snapshotOf(product.store.state, faulty).alerts.length;
      waiting = [...faults];
      // Until all faults have happened, and once more for the recovery.
      for (let refresh = 0; refresh <= longest && waiting.length > 0; refresh += 1) await refreshAndLook(product);
      await product.refresher.refresh();
      expect(snapshotOf(product.store.state, faulty).health.kind).toBe('ok');
      expect(snapshotOf(product.store.state, faulty).alerts).toHaveLength(all);
    }),
    { numRuns, seed, endOnFailure: true },
  );
  expect(await unheard.stop()).toEqual([]);
}

async function refreshAndLook({ refresher, store, logged }: Product): Promise<void> {
  const before = store.state;
  const sent = world.elsewhere.connections();
  await refresher.refresh();
  expectKept(before, store.state);
  expect(viewStatusOf(store.state)).not.toBe('noAlerts');
  expect(world.elsewhere.connections()).toBe(sent);
  const texts = logged.join('\n') + JSON.stringify(store.state.subscriptions.map(({ health }) => health));
  for (const secret of [theToken, bodyCanary]) expect(texts.includes(secret)).toBe(false);
}

/** Only what was read to its end takes the place of what was known. */
function expectKept(before: StoreState, after: StoreState): void {
  const [was, is] = [snapshotOf(before, faulty), snapshotOf(after, faulty)];
  expect(['ok', 'failed']).toContain(is.health.kind);
  if (is.health.kind === 'failed') {
    expect(is.alerts).toBe(was.alerts);
    expect(is.health.staleSince).toBeTypeOf('number');
  }
  expect(snapshotOf(after, steady)).toMatchObject({ health: { kind: 'ok' }, alerts: { length: 5 } });
}

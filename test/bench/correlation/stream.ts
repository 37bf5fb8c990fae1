import { isSkippedRow, mapAlert } from '../../../src/azure/mapAlert.ts';
import { WordPool } from '../../../src/azure/wire/wordPool.ts';
import type { Alert } from '../../../src/domain/alert.ts';
import { IncrementalCorrelation } from '../../../src/domain/correlation/incremental/incrementalCorrelation.ts';
import { Deliveries } from './deliveries.ts';
import type { BenchOptions } from './options.ts';

/** Alerts that arrive one by one, and then in pages, when all others are held. */
const singles = 10_000;
const pageSize = 1_000;
const pages = 10;
const repeats = 3;

/** What is asked of it: milliseconds. */
const goals = { median: 0.05, p99: 1, page: 30 };

/** Prints what one more alert costs, and a page of them, while so many alerts are held. */
export function reportStream({ seed, tiers: [tier = 'normal'], alerts: count, templates }: BenchOptions): void {
  const all = mapped(new Deliveries({ seed, tier, alerts: count + singles + pages * pageSize, templates }));
  const engine = new IncrementalCorrelation();
  const rebuilding = cpuOf(() => {
    engine.rebuild(take(all, count));
  });
  const timeOf = (clock: typeof wallOf, added: readonly Alert[]): number =>
    bestOf(
      clock,
      () => engine.update({ added }),
      () => engine.update({ removed: added.map(({ key }) => key) }),
    );
  const times = [...take(all, singles)].map((alert) => timeOf(wallOf, [alert]));
  const pageTimes = Array.from({ length: pages }, () => timeOf(cpuOf, [...take(all, pageSize)]));
  const again = cpuOf(() => {
    engine.rebuild();
  });
  const memory = process.memoryUsage().rss / 1e6;
  console.log(
    `${tier}, ${engine.size} alerts held, ${[...engine.incidents()].length} incidents, ${memory.toFixed(0)} MB`,
  );
  console.log(`CPU: make, read and learn all ${rebuilding.toFixed(0)} ms, learn anew ${again.toFixed(0)} ms`);
  report('one alert, median', percentile(times, 0.5), goals.median);
  report('one alert, 99 of 100', percentile(times, 0.99), goals.p99);
  report('one alert, the slowest', percentile(times, 1));
  report(`a page of ${pageSize}, CPU, median`, percentile(pageTimes, 0.5), goals.page);
  report(`a page of ${pageSize}, CPU, the slowest`, percentile(pageTimes, 1));
}

function report(what: string, milliseconds: number, goal?: number): void {
  const mark = goal === undefined ? ' ' : milliseconds <= goal ? '✔' : '✘';
  console.log(`${mark} ${what}: ${milliseconds.toFixed(3)} ms${goal === undefined ? '' : ` (at most ${goal})`}`);
}

function* mapped(rows: Deliveries): Generator<Alert, undefined> {
  const words = new WordPool();
  let index = 0;
  for (const row of rows) {
    const alert = mapAlert(row, { subscriptionId: '' }, index, words);
    index += 1;
    if (isSkippedRow(alert)) throw new Error(`The engine refuses row ${index}: ${alert.reason}`);
    yield alert;
  }
  return undefined;
}

/** The next of an iterator, which goes on afterwards. */
function* take<T>(source: Iterator<T>, count: number): Generator<T, undefined> {
  for (let taken = 0; taken < count; taken += 1) {
    const next = source.next();
    if (next.done === true) return undefined;
    yield next.value;
  }
  return undefined;
}

/** CPU milliseconds of this thread: for long work, since some systems count them in steps of several. */
function cpuOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Wall milliseconds: the only clock that tells microseconds apart. */
function wallOf(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/**
 * The best of several times of one change: it is taken back and made again, because on a busy machine one measurement in
 * a hundred measures the neighbours.
 */
function bestOf(clock: (work: () => unknown) => number, change: () => unknown, takeBack: () => unknown): number {
  let best = Infinity;
  for (let time = 0; time < repeats; time += 1) {
    if (time > 0) takeBack();
    best = Math.min(best, clock(change));
  }
  return best;
}

/** @param share 0 to 1. */
function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? NaN;
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSkippedRow, mapAlert } from '../../src/azure/mapAlert.ts';
import { WordPool } from '../../src/azure/wire/wordPool.ts';
import type { Alert } from '../../src/domain/alert.ts';
import { correlate } from '../../src/domain/correlation/correlate.ts';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { alertsByKey } from '../../src/domain/correlation/alertsByKey.ts';
import type { FoundIncident } from '../../src/domain/correlation/incidents/foundIncident.ts';
import { IncrementalCorrelation } from '../../src/domain/correlation/incremental/incrementalCorrelation.ts';
import { compareAlerts } from '../../src/domain/correlation/why/compareAlerts.ts';
import { whyAlone } from '../../src/domain/correlation/why/whyAlone.ts';
import { finish } from '../../src/domain/steps.ts';
import { correlationThread } from '../../src/platform/correlationThread.ts';
import { systemPauses } from '../../src/platform/systemPauses.ts';
import type { FoundPart } from '../../src/services/correlationCalls.ts';
import type { CorrelationOutcome, Correlator } from '../../src/services/correlator.ts';
import { WorkerClient } from '../../src/services/workerClient.ts';
import { WorkerCorrelator } from '../../src/services/workerCorrelator.ts';
import { generate } from '../bench/correlation/generator/generate.ts';
import { attackStory } from '../builders/attackStory.ts';
import { anImmediateCorrelator, forgetfulIds, silentLog } from '../builders/correlator.ts';
import { withSameStatistics } from '../builders/sameStatistics.ts';
import { ScriptedCorrelator } from '../builders/scriptedCorrelator.ts';

function alertsOf(count: number): readonly Alert[] {
  const words = new WordPool();
  return [...generate({ alerts: count, seed: 7, tier: 'normal', templates: 'tuning' })].map(({ row }, index) => {
    const alert = mapAlert(row, { subscriptionId: '' }, index, words);
    if (isSkippedRow(alert)) throw new Error(`Row ${String(index)} is no alert: ${alert.reason}`);
    return alert;
  });
}

/** 20,000 alerts, and 200 of their days that come later. */
function knownAndLater(): readonly [known: readonly Alert[], later: readonly Alert[]] {
  // The host sends of each alert only the delivery that stands.
  const alerts = [...finish(alertsByKey([alertsOf(22_000)])).values()].slice(0, 20_200);
  // From all days: the first alert of a new one would take a full run.
  const isLater = (_: Alert, index: number): boolean => index % 101 === 7;
  return [alerts.filter((alert, index) => !isLater(alert, index)), alerts.filter(isLater)];
}

async function correlateIn(client: WorkerClient, run: number): Promise<Pick<FoundPart, 'way' | 'incidents'>> {
  client.announceRun(run);
  const incidents: FoundIncident[] = [];
  let part = await client.call('correlate', run, defaultOptions);
  for (;;) {
    if (part === undefined) throw new Error('The run was given up');
    incidents.push(...part.incidents);
    if (part.isLast) return { way: part.way, incidents };
    part = await client.call('more', run);
  }
}

async function timed<T extends object | undefined>(work: () => Promise<T>): Promise<T & { readonly took: string }> {
  const before = performance.now();
  const result = await work();
  return { ...result, took: (performance.now() - before).toFixed(0) };
}

function byId(incidents: readonly FoundIncident[]): ReadonlyMap<string, FoundIncident> {
  return new Map(incidents.map((incident) => [incident.id, incident]));
}

describe('a thread of its own', () => {
  let folder = '';
  let bundle = '';
  const open: Correlator[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'correlation-worker-'));
    bundle = path.join(folder, 'correlation-worker.js');
    await build({
      entryPoints: [path.resolve(import.meta.dirname, '../../src/worker/main.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
    });
  });

  afterAll(async () => {
    for (const correlator of open) correlator.reset();
    await rm(folder, { recursive: true, force: true });
  });

  function inThread(file: string, fallback: Correlator = new ScriptedCorrelator(), memory?: number): Correlator {
    const parts = { ids: forgetfulIds(), pauses: systemPauses, log: silentLog, fallback };
    const correlator = new WorkerCorrelator({ ...parts, startWorker: correlationThread(file, memory) });
    open.push(correlator);
    return correlator;
  }

  function run(correlator: Correlator, ...delivered: (readonly Alert[])[]): Promise<CorrelationOutcome> {
    return new Promise((resolve) => correlator.start({ delivered, options: defaultOptions }, resolve));
  }

  it('finds in 20,000 alerts what is found without it, in whatever order and parts they come', async () => {
    const alerts = alertsOf(20_000);
    const expected = correlate(alerts);
    const correlator = inThread(bundle);
    const outcome = await run(correlator, alerts);
    expect(outcome).toMatchObject({ ok: true, correlation: expected });
    const backwards = alerts.toReversed();
    const again = inThread(bundle);
    await run(again, backwards.slice(0, 7_000));
    const parts = await run(again, backwards.slice(0, 7_000), backwards.slice(7_000));
    if (!parts.ok) throw new Error('The correlation failed');
    expect(parts.correlation.incidents.map(({ members }) => members)).toEqual(
      expected.incidents.map(({ members }) => members),
    );
  });

  it('finds out what a few changes mean without correlating all 20,000 alerts anew', async () => {
    const [known, later] = knownAndLater();
    expect([known.length, later.length]).toEqual([20_000, 200]);
    const client = new WorkerClient(correlationThread(bundle));
    const engine = new IncrementalCorrelation();
    engine.rebuild(known);
    await client.call('take', JSON.stringify(known), []);
    const full = await timed(() => correlateIn(client, 1));
    expect(full.way).toBe('full');
    // It learns when it has nothing else to do, and a question in between makes it begin again.
    let run = 1;
    for (let quiet = 4_000, way = 'full'; way !== 'update' && quiet < 40_000; quiet *= 1.5) {
      await wait(quiet);
      ({ way } = await correlateIn(client, (run += 1)));
    }

    const added = [...later, ...known.slice(0, 100).map((alert) => ({ ...alert, alertType: 'Changed' }))];
    const removed = known.slice(100, 150).map(({ key }) => key);
    await client.call('take', JSON.stringify(added), removed);
    const update = await timed(() => correlateIn(client, (run += 1)));
    const reasons = await timed(() => client.call('compare', run, known[0]?.key ?? '', known[200]?.key ?? ''));
    console.log(
      `20,000 alerts: full run ${full.took} ms, 350 changes ${update.took} ms, then the first reason ${reasons.took} ms`,
    );

    engine.update({ added, removed });
    const { incidents, computed } = withSameStatistics(engine, defaultOptions);
    expect(update.way).toBe('update');
    expect(byId(update.incidents)).toEqual(byId(incidents));
    const [{ alertKeys: [one = '', other = ''] } = { alertKeys: [] }] = incidents;
    expect(await client.call('compare', run, one, other)).toEqual(compareAlerts(computed, one, other));
    const grouped = new Set(incidents.flatMap(({ alertKeys }) => alertKeys));
    for (const { key } of later.filter(({ key }) => !grouped.has(key)).slice(0, 20)) {
      expect(await client.call('whyAlone', run, key)).toEqual(whyAlone(computed, key));
    }
    client.dispose();
  });

  it('answers why an alert is alone', async () => {
    const outcome = await run(inThread(bundle), attackStory());
    if (!outcome.ok) throw new Error('The correlation failed');
    const [alone = 'none'] = outcome.correlation.standalone;
    expect(await outcome.explanations.whyAlone(alone)).toMatchObject({ excluded: false });
  });

  it('gives way to a newer run', async () => {
    const correlator = inThread(bundle);
    const heard: string[] = [];
    correlator.start({ delivered: [alertsOf(6_000)], options: defaultOptions }, () => heard.push('older'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await run(correlator, attackStory())).toMatchObject({ ok: true, correlation: correlate(attackStory()) });
    expect(heard).toEqual([]);
  });

  it.each([
    ['that is not there', undefined],
    ['that cannot be read', 'this is no script'],
    ['that throws', 'throw new Error("no")'],
    ['that ends at once', 'process.exit(0)'],
    ['that ends at the first call', 'require("node:worker_threads").parentPort.on("message", () => process.exit(1))'],
  ])('from a file %s leaves the work to this thread', async (_, script) => {
    const file = path.join(folder, 'broken.js');
    await rm(file, { force: true });
    if (script !== undefined) await writeFile(file, script);
    const outcome = await run(inThread(file, anImmediateCorrelator()), attackStory());
    expect(outcome).toMatchObject({ ok: true, correlation: correlate(attackStory()) });
  });

  it('that runs out of memory is a failure, and this thread is not tried', async () => {
    const file = path.join(folder, 'greedy.js');
    await writeFile(
      file,
      `const { parentPort } = require('node:worker_threads');
       parentPort.on('message', () => { const kept = []; for (;;) kept.push(new Array(1e6).fill({})); });`,
    );
    expect(await run(inThread(file, new ScriptedCorrelator(), 32), attackStory())).toEqual({ ok: false });
  });
});

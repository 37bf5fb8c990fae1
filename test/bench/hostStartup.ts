import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostStartup } from './inHost/startup.ts';
import type { BenchRow } from './measure.ts';
import { median, milliseconds } from './measure.ts';
import { buildForHost, startInHost } from './startInHost.ts';

const starts = 7;

/** Starts VS Code seven times with the production bundle and reads what loading and activating cost each time. */
export async function benchHostStartup(): Promise<readonly BenchRow[]> {
  const entry = await buildForHost('startup');
  const runs: HostStartup[] = [];
  for (let run = 0; run < starts; run += 1) runs.push(await startOnce(entry));
  const of = (pick: (startup: HostStartup) => number): number => median(runs.map(pick));
  const git = `git: ${milliseconds(of((r) => r.gitLoad))} load, ${milliseconds(of((r) => r.gitActivate))} activate`;
  const load = of((r) => r.load);
  const cpu = of((r) => r.cpu);
  const product = `dist/product.js at the first use: ${milliseconds(of((r) => r.product))}, ${milliseconds(of((r) => r.productCpu))} of CPU`;
  return [
    { name: 'load dist/extension.js', measured: milliseconds(load), beside: git, budget: '≤ 5 ms', ok: load <= 5 },
    {
      name: 'load and activate, CPU of the host',
      measured: milliseconds(cpu),
      beside: `activation alone ${milliseconds(of((r) => r.activate))}; ${product}`,
      budget: '≤ 25 ms',
      ok: cpu <= 25,
    },
  ];
}

async function startOnce(entry: string): Promise<HostStartup> {
  const userFolder = await mkdtemp(join(tmpdir(), 'asi-'));
  try {
    return (await startInHost({
      entry,
      userFolder,
      settings: { 'securityIncidents.signIn': 'sample' },
    })) as HostStartup;
  } finally {
    await rm(userFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

import { benchArchive } from './archive.ts';
import { benchAlertsApi } from './azure/throughAlertsApi.ts';
import { benchGraph } from './azure/throughGraph.ts';
import { benchEventLoop } from './eventLoop.ts';
import { benchFirstPaint } from './firstPaint.ts';
import { benchFirstScreen } from './firstScreen.ts';
import { benchHostStartup } from './hostStartup.ts';
import { benchJournal } from './journal.ts';
import { benchLargeTree } from './largeTree.ts';
import { benchMemory } from './memory.ts';
import type { BenchRow } from './measure.ts';
import { benchRefresh } from './refresh.ts';
import { benchRunbooks } from './runbooks.ts';
import { benchStatusChanges } from './statusChanges.ts';
import { benchUnchangedRefresh } from './unchangedRefresh.ts';

const parts: readonly (() => Promise<BenchRow | readonly BenchRow[]>)[] = [
  benchRefresh,
  benchUnchangedRefresh,
  benchAlertsApi,
  benchGraph,
  benchStatusChanges,
  benchMemory,
  benchLargeTree,
  benchEventLoop,
  benchArchive,
  benchJournal,
  benchRunbooks,
  benchFirstScreen,
  benchHostStartup,
  benchFirstPaint,
];

function lineOf({ name, measured, beside, budget, ok }: BenchRow): string {
  return `${ok ? '✔' : '✘'} ${name.padEnd(46)} ${measured.padStart(10)}  ${budget.padEnd(12)}  (${beside})`;
}

const rows: BenchRow[] = [];
for (const part of parts) rows.push(...[await part()].flat());
// At the end, in one block: the VS Code that some parts start prints lines of its own.
console.log(`\n${rows.map(lineOf).join('\n')}`);
// The bench is for people: it says what falls short and does not fail the build, since machines differ.
console.log(`\n${String(rows.filter(({ ok }) => ok).length)} of ${String(rows.length)} within budget`);

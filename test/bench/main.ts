import { benchHostStartup } from './hostStartup.ts';
import { benchMemory } from './memory.ts';
import type { BenchRow } from './measure.ts';
import { benchRefresh } from './refresh.ts';

const parts: readonly (() => Promise<BenchRow | readonly BenchRow[]>)[] = [benchRefresh, benchMemory, benchHostStartup];

function print({ name, measured, beside, budget, ok }: BenchRow): void {
  console.log(`${ok ? '✔' : '✘'} ${name.padEnd(42)} ${measured.padStart(10)}  ${budget.padEnd(12)}  (${beside})`);
}

const rows: BenchRow[] = [];
for (const part of parts) {
  const found = [await part()].flat();
  found.forEach(print);
  rows.push(...found);
}
// The bench is for people: it says what falls short and does not fail the build, since machines differ.
console.log(`\n${String(rows.filter(({ ok }) => ok).length)} of ${String(rows.length)} within budget`);

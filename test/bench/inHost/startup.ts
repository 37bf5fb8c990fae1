import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { ExtensionForTests } from '../../../src/extension.ts';
import { untilQuiet } from './untilQuiet.ts';

/** What one start of the extension host cost. Milliseconds. */
export interface HostStartup {
  readonly load: number;
  readonly activate: number;
  /** CPU of the whole host process from the call of `activate` to its end: an upper bound for ours. */
  readonly cpu: number;
  /** From the first call for the product, which reads dist/product.js, until it runs; its CPU likewise. */
  readonly product: number;
  readonly productCpu: number;
  readonly gitLoad: number;
  readonly gitActivate: number;
}

interface Mark {
  readonly name: string;
  readonly startTime: number;
}

/** VS Code's own marks around loading and activating each extension; kept in a global that its test hosts can read. */
function marks(): readonly Mark[] {
  const { MonacoPerformanceMarks } = globalThis as { MonacoPerformanceMarks?: { getMarks(): readonly Mark[] } };
  if (MonacoPerformanceMarks === undefined) throw new Error('This VS Code keeps no performance marks');
  return MonacoPerformanceMarks.getMarks();
}

function span(step: 'LoadExtensionCode' | 'ActivateExtension', id: string): number {
  const at = (edge: 'will' | 'did'): number | undefined =>
    marks().find(({ name }) => name.toLowerCase() === `code/exthost/${edge}${step}/${id}`.toLowerCase())?.startTime;
  const [start, end] = [at('will'), at('did')];
  if (start === undefined || end === undefined) throw new Error(`No mark for ${step} of ${id}`);
  return end - start;
}

/** Wall time and CPU of the whole process while `work` runs. Milliseconds. */
async function costOf(work: () => PromiseLike<unknown>): Promise<{ readonly wall: number; readonly cpu: number }> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

/** Called by VS Code as the test entry: activates the extension once, cold, and writes what it cost. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionForTests | undefined>(
    'azure-security-incidents.azure-security-incidents',
  );
  const git = vscode.extensions.getExtension('vscode.git');
  if (extension === undefined || git === undefined) throw new Error('The extension or git is missing');
  if (extension.isActive) throw new Error('The extension was active before it was asked to be');
  await git.activate();
  await untilQuiet();
  const activation = await costOf(() => extension.activate());
  const product = await costOf(async () => extension.exports?.product());
  const startup: HostStartup = {
    load: span('LoadExtensionCode', extension.id),
    activate: span('ActivateExtension', extension.id),
    cpu: activation.cpu,
    product: product.wall,
    productCpu: product.cpu,
    gitLoad: span('LoadExtensionCode', git.id),
    gitActivate: span('ActivateExtension', git.id),
  };
  await writeFile(process.env['BENCH_RESULT'] ?? '', JSON.stringify(startup));
}

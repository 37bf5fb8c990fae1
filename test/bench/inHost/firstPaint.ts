import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Product } from '../../../src/commands/product.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import type { ExtensionForTests } from '../../../src/extension.ts';
import type { AlertListing } from '../../../src/services/ports.ts';
import type { TreeNode } from '../../../src/services/tree/treeNode.ts';
import { untilQuiet } from './untilQuiet.ts';

/** What the first run puts into the store, to be kept by the product's own writer. */
export interface Estate {
  readonly subscription: Subscription;
  readonly listing: AlertListing;
}

/** What stood between the call of `activate` and the rows that are shown at first. Wall milliseconds. */
export interface FirstPaint {
  readonly whole: number;
  /** Until dist/product.js is read and runs. */
  readonly product: number;
  /** From then until the saved screen is there: dist/cache.js, who is signed in, and screen.json. */
  readonly screen: number;
  /** The same bytes read again, and nothing done with them: both bundles loaded from copies, screen.json parsed. */
  readonly floor: number;
  readonly rows: number;
  /** Zero, or the rows are not those of the saved screen. */
  readonly subscriptionsInStore: number;
}

const oneMinute = 60_000;

/** Called by VS Code as the test entry: fills the cache in the first run, and measures with what is kept in the next. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionForTests | undefined>(
    'azure-security-incidents.azure-security-incidents',
  );
  if (extension === undefined || extension.isActive) throw new Error('The extension is missing, or active already');
  const { BENCH_CACHE: cache = '', BENCH_ESTATE: estate, BENCH_RESULT: result = '' } = process.env;
  await untilQuiet();
  const outcome = estate === undefined ? await measure(extension, cache) : await fill(extension, estate, cache);
  await writeFile(result, JSON.stringify(outcome));
}

async function fill(
  extension: vscode.Extension<ExtensionForTests | undefined>,
  estateFile: string,
  cache: string,
): Promise<boolean> {
  const { subscription, listing } = JSON.parse(await readFile(estateFile, 'utf8')) as Estate;
  const { store, firstScreen } = await productOf(extension);
  await firstScreen;
  // The writer keeps nothing that was read before it was opened, and is told of the account a moment later.
  await delay(1_000);
  const subscriptions = [subscription];
  store.apply({ kind: 'refreshStarted' });
  store.apply({ kind: 'subscriptionsListed', available: subscriptions, selected: subscriptions, failedTenants: [] });
  store.apply({ kind: 'alertsListed', subscriptionId: subscription.subscriptionId, listing, at: Date.now() });
  store.apply({ kind: 'refreshEnded' });
  await store.whenCorrelated();
  const end = Date.now() + oneMinute;
  while ((await screenFile(cache)) === undefined) {
    if (Date.now() > end) throw new Error('The screen was not saved');
    await delay(200);
  }
  return true;
}

async function measure(extension: vscode.Extension<ExtensionForTests | undefined>, cache: string): Promise<FirstPaint> {
  const start = performance.now();
  const product = await productOf(extension);
  const loaded = performance.now();
  await product.firstScreen;
  const shown = performance.now();
  const rows = await rowsAtFirst(product);
  const end = performance.now();
  const subscriptionsInStore = product.store.state.subscriptions.length;
  await product.view.whenLoaded();
  await untilQuiet();
  return {
    whole: end - start,
    product: loaded - start,
    screen: shown - loaded,
    floor: await floor(cache, extension.extensionPath),
    rows,
    subscriptionsInStore,
  };
}

async function productOf(extension: vscode.Extension<ExtensionForTests | undefined>): Promise<Product> {
  const product = await (await extension.activate())?.product();
  if (product === undefined) throw new Error('The extension does not give its product');
  return product;
}

/** The questions that VS Code asks when the view comes on the screen, all answered. Gives how many rows that were. */
async function rowsAtFirst({ view: { tree } }: Product): Promise<number> {
  let count = 0;
  const ask = async (node?: TreeNode): Promise<void> => {
    for (const child of await tree.getChildren(node)) {
      count += 1;
      const { collapsibleState } = tree.getTreeItem(child);
      if (collapsibleState === vscode.TreeItemCollapsibleState.Expanded) await ask(child);
    }
  };
  await ask();
  return count;
}

/** Loads copies of what was loaded, in the same process and after it, when files and VS Code itself are warm. */
async function floor(cache: string, extensionFolder: string): Promise<number> {
  const copies = join(extensionFolder, 'dist', 'test', 'bench', 'copies');
  const bundles = ['product.js', 'cache.js'];
  await mkdir(copies, { recursive: true });
  for (const name of bundles) await copyFile(join(extensionFolder, 'dist', name), join(copies, name));
  const screen = await screenFile(cache);
  if (screen === undefined) throw new Error('No screen was saved');
  const load = createRequire(join(copies, 'any.js'));
  const start = performance.now();
  for (const name of bundles) load(`./${name}`);
  JSON.parse((await readFile(screen, 'utf8')).split('\n', 2)[1] ?? '');
  const milliseconds = performance.now() - start;
  await rm(copies, { recursive: true });
  return milliseconds;
}

async function screenFile(cache: string): Promise<string | undefined> {
  const names = await readdir(cache, { recursive: true }).catch(() => []);
  const name = names.find((each) => each.endsWith('screen.json'));
  return name === undefined ? undefined : join(cache, name);
}

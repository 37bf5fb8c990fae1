import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Product } from '../../src/commands/product.ts';
import type { ExtensionForTests } from '../../src/extension.ts';
import type { TreeNode } from '../../src/services/tree/treeNode.ts';

const extensionId = 'azure-security-incidents.azure-security-incidents';

/** The running product, which `activate` hands to test runs only. */
export async function theProduct(): Promise<Product> {
  const extension = vscode.extensions.getExtension<ExtensionForTests | undefined>(extensionId);
  const product = await (await extension?.activate())?.product();
  assert.ok(product, 'the extension gave no product to this test run');
  return product;
}

/** The product after its view was opened and the sample environment was read. */
export async function loadedProduct(): Promise<Product> {
  const product = await theProduct();
  await vscode.commands.executeCommand('securityIncidents.incidents.focus');
  await until(() => isIdle(product), 'the sample was read and correlated');
  return product;
}

/** Waits, for as long as a busy machine may need, until something is so. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, `waited in vain until ${what}`);
    await delay(25);
  }
}

/** All rows of the tree, everything expanded. */
export function allRows(product: Product, nodes = rowsBelow(product)): TreeNode[] {
  return nodes.flatMap((node) => [node, ...allRows(product, rowsBelow(product, node))]);
}

/** Rows below another, or the roots, which are there at once: nothing is saved of the sample environment. */
export function rowsBelow({ view }: Product, node?: TreeNode): TreeNode[] {
  const rows = view.tree.getChildren(node);
  assert.ok(Array.isArray(rows), 'rows have to be waited for');
  return rows;
}

/** Puts something in the place of a function of VS Code's API until `restore`. */
export function replace<T extends object>(owner: T, name: keyof T, value: unknown): { restore(): void } {
  const original = owner[name];
  const put = (next: unknown): void => {
    Object.defineProperty(owner, name, { value: next, configurable: true, writable: true });
  };
  put(value);
  return {
    restore: () => {
      put(original);
    },
  };
}

/** Calls that the product made of a function of VS Code, which does nothing meanwhile. */
export interface Spy {
  readonly calls: readonly (readonly unknown[])[];
  restore(): void;
}

/** Replaces a function of VS Code's API by one that records its arguments and gives `result`. */
export function spyOn<T extends object>(owner: T, name: keyof T, result?: unknown): Spy {
  const calls: unknown[][] = [];
  const recorder = (...args: unknown[]): unknown => {
    calls.push(args);
    return Promise.resolve(result);
  };
  return { calls, ...replace(owner, name, recorder) };
}

/** What a test has put in the place of functions of VS Code's API; `restore` puts all of it back. */
export class Replacements {
  readonly #made: { restore(): void }[] = [];

  spy<T extends object>(owner: T, name: keyof T, result?: unknown): Spy {
    const spy = spyOn(owner, name, result);
    this.#made.push(spy);
    return spy;
  }

  replace<T extends object>(owner: T, name: keyof T, value: unknown): void {
    this.#made.push(replace(owner, name, value));
  }

  restore(): void {
    for (const each of this.#made.splice(0)) each.restore();
  }
}

function isIdle({ store }: Product): boolean {
  const { phase, refreshing, correlating } = store.state;
  return phase === 'ready' && !refreshing && !correlating;
}

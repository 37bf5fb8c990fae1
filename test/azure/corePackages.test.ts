import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Older versions hang for ever when a compressed answer is cut, whatever the signal, and log response headers in the
 * clear. npm picks them when it runs on an old Node, so the versions that were really installed are asserted.
 */
const least: readonly [name: string, from: string, version: string][] = [
  ['@azure/core-rest-pipeline', '@azure/core-client', '1.25.1'],
  ['@azure/core-client', '@azure/arm-security', '1.11.2'],
  ['@typespec/ts-http-runtime', '@azure/core-rest-pipeline', '0.3.11'],
  ['@azure/core-rest-pipeline', '@azure/identity', '1.25.1'],
  ['@azure/arm-security', '', '5.0.0'],
];

function folderOf(name: string, from: string): string {
  const root = createRequire(import.meta.url);
  const start = from === '' ? root : createRequire(root.resolve(from));
  const folder = start.resolve
    .paths(name)
    ?.map((path) => join(path, name))
    .find((path) => exists(join(path, 'package.json')));
  return folder ?? dirname(start.resolve(name));
}

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

function versionOf(name: string, from: string): string {
  return (JSON.parse(readFileSync(join(folderOf(name, from), 'package.json'), 'utf8')) as { version: string }).version;
}

describe('the Azure packages that are installed', () => {
  it.each(least)('%s, as %s sees it, is at least %s', (name, from, version) => {
    const [actual, wanted] = [versionOf(name, from), version].map((text) => text.split('.').map(Number));
    expect(actual!.length).toBe(3);
    const difference = actual!.map((part, index) => part - wanted![index]!).find((part) => part !== 0) ?? 0;
    expect(difference).toBeGreaterThanOrEqual(0);
  });
});

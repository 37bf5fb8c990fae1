import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { namedFaults } from '../arm-server/namedFaults.ts';

const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'))
  .join('\n');

it('every fault of the list has a test by its number', () => {
  const numbers = Array.from({ length: 48 }, (_, index) => `F${String(index + 1)}`);
  expect(numbers.filter((number) => !new RegExp(String.raw`\b${number}\b`).test(sources))).toEqual([]);
});

it('every test of a fault goes through the nine invariants', () => {
  expect(sources).not.toMatch(/\bit(?:\.each\([^;]*?\))?\(\s*['"`][^'"`\n]*\bF\d/);
});

it('every fault that a server can have is known by its number', () => {
  // F38 is the sign-in's, F41 to F43 are the network's, and F47 and F48 the disk's.
  const elsewhere = new Set([38, 41, 42, 43, 47, 48]);
  const known = new Set(Object.keys(namedFaults).map((name) => Number(/^F(\d+)/.exec(name)?.[1])));
  const missing = Array.from({ length: 48 }, (_, index) => index + 1).filter((number) => !known.has(number));
  expect(new Set(missing)).toEqual(elsewhere);
});

it('nothing in the product can turn the checking of certificates off', () => {
  const folder = path.resolve(import.meta.dirname, '../../src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const offenders = files.filter((name) =>
    /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|allowInsecureConnection/.test(
      readFileSync(path.join(folder, name), 'utf8'),
    ),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(offenders).toEqual([]);
});

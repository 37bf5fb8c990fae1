import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

interface Bundle {
  readonly room: string;
  readonly options: BuildOptions;
}

const { bundles } = createRequire(import.meta.url)('../../esbuild.js') as { readonly bundles: readonly Bundle[] };

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'runbooks-'));
  const bundle = bundles.find(({ room }) => room === 'runbooks');
  await build({ ...bundle?.options, minify: true, sourcemap: false, outfile: join(folder, 'runbooks.js') });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = `
const { resolveRunbook } = require(JSON.parse(process.argv[1]));
console.log(resolveRunbook('RDP_Incoming_BF_OneToOne').specific);
`;

it('the bundle of runbooks stands alone, in a process without VS Code', () => {
  const path = JSON.stringify(join(folder, 'runbooks.js'));
  const { stdout } = spawnSync(process.execPath, ['-e', script, path], { encoding: 'utf8' });
  expect(stdout.trim()).toBe('true');
});

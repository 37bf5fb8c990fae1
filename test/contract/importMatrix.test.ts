import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** One planted offender for each rule: file, what it imports, and the rule that must object. */
const offenders: readonly (readonly [file: string, source: string, rule: string])[] = [
  ['src/domain/clock.ts', `import 'node:fs';`, 'domain-without-node'],
  ['src/domain/host.ts', `import type { Uri } from 'vscode'; export type A = Uri;`, 'domain-without-vscode'],
  ['src/domain/sdk.ts', `import '@azure/arm-security';`, 'domain-without-azure-sdk'],
  ['src/domain/up.ts', `import '../services/fine.ts';`, 'domain-imports-only-itself'],
  ['src/protocol/up.ts', `import '../services/fine.ts';`, 'protocol-imports-only-itself-domain'],
  ['src/protocol/node.ts', `import 'node:path';`, 'protocol-without-node'],
  ['src/protocol/host.ts', `import 'vscode';`, 'protocol-without-vscode'],
  ['src/protocol/sdk.ts', `import '@azure/arm-security';`, 'protocol-without-azure-sdk'],
  ['src/services/adapter.ts', `import '../azure/fine.ts';`, 'services-imports-only-itself-domain-protocol'],
  ['src/services/node.ts', `import 'node:path';`, 'services-without-node'],
  ['src/services/host.ts', `import 'vscode';`, 'services-without-vscode'],
  ['src/services/sdk.ts', `import '@azure/arm-security';`, 'services-without-azure-sdk'],
  ['src/azure/useCase.ts', `import '../services/fine.ts';`, 'azure-imports-only-domain-and-ports'],
  ['src/azure/host.ts', `import 'vscode';`, 'azure-without-vscode'],
  ['src/azure/wire/sdk.ts', `import '@azure/arm-security';`, 'wire-imports-only-domain'],
  ['src/azure/wire/up.ts', `import '../fine.ts';`, 'wire-imports-only-domain'],
  ['src/sample/useCase.ts', `import '../services/fine.ts';`, 'sample-imports-only-domain-and-ports'],
  ['src/sample/sdk.ts', `import '@azure/arm-security';`, 'sample-without-azure-sdk'],
  ['src/sample/host.ts', `import 'vscode';`, 'sample-without-vscode'],
  [
    'src/cli/host/up.ts',
    `import '../../platform/fine.ts';`,
    'cli-imports-only-itself-domain-protocol-services-azure-sample',
  ],
  ['src/cli/sdk.ts', `import '@azure/arm-security';`, 'cli-without-azure-sdk'],
  ['src/cli/host.ts', `import 'vscode';`, 'cli-without-vscode'],
  ['src/cli/eager.ts', `import '../azure/fine.ts';`, 'cli-reaches-azure-by-import-call'],
  ['src/worker/up.ts', `import '../protocol/fine.ts';`, 'worker-imports-only-itself-domain-services'],
  ['src/worker/sdk.ts', `import '@azure/arm-security';`, 'worker-without-azure-sdk'],
  ['src/worker/host.ts', `import 'vscode';`, 'worker-without-vscode'],
  ['src/platform/thread.ts', `import '../worker/fine.ts';`, 'host-without-worker'],
  ['src/extension.ts', `import './container.ts';`, 'extension-reaches-product-by-import-call'],
  ['src/tree/eager.ts', `import '../azure/fine.ts';`, 'host-reaches-azure-by-import-call'],
  ['src/commands/eager.ts', `import '../response/fine.ts';`, 'host-reaches-response-by-import-call'],
  ['src/response/eager.ts', `import '../azure/fine.ts';`, 'host-reaches-azure-by-import-call'],
  ['src/response/sdk.ts', `import '@azure/arm-security';`, 'host-without-azure-sdk'],
  [
    'src/services/viewModels/eager.ts',
    `import '../../domain/remediation/runbooks/fine.ts';`,
    'runbooks-only-in-response-and-cli',
  ],
  ['src/commands/sdk.ts', `import '@azure/arm-security';`, 'host-without-azure-sdk'],
  ['webview-ui/src/host.ts', `import '../../src/services/fine.ts';`, 'webview-ui-imports-only-itself-domain-protocol'],
  ['webview-ui/src/api.ts', `import 'vscode';`, 'webview-without-host'],
  ['webview-ui/src/node.ts', `import 'node:path';`, 'webview-without-node'],
  ['webview-ui/src/view.ts', `import '@vscode/webview-ui-toolkit';`, 'one-toolkit-importer'],
  ['src/panels/test.ts', `import '../../test/fine.ts';`, 'product-without-test'],
  ['src/panels/lost.ts', `import './nowhere.ts';`, 'resolvable'],
  ['src/panels/one.ts', `import { b } from './two.ts'; export const a = b;`, 'no-circular'],
];

/** The other half of the planted cycle; the rule reports a cycle once, at its first module. */
const accomplice = ['src/panels/two.ts', `import { a } from './one.ts'; export const b = a;`] as const;

/** What the matrix allows; none of it may be reported. */
const allowed: readonly (readonly [file: string, source: string])[] = [
  ['src/services/fine.ts', `import '../domain/fine.ts'; import '../protocol/fine.ts';`],
  ['src/services/ports.ts', `export const port = 1;`],
  ['src/container.ts', `export const container = 1;`],
  ['src/domain/fine.ts', `export const fine = 1;`],
  ['src/protocol/fine.ts', `import '../domain/fine.ts';`],
  [
    'src/azure/fine.ts',
    `import '../domain/fine.ts'; import '../services/ports.ts'; import '@azure/arm-security'; import 'node:path';`,
  ],
  ['src/azure/wire/fine.ts', `import '../../domain/fine.ts';`],
  [
    'src/platform/fine.ts',
    `import 'vscode'; import type { TokenCredential } from '@azure/core-auth'; export type C = TokenCredential; export const load = () => import('../azure/fine.ts');`,
  ],
  [
    'src/cli/fine.ts',
    `import '../domain/fine.ts'; import '../services/fine.ts'; import '../azure/wire/fine.ts'; import 'node:fs'; import type { load } from '../azure/fine.ts'; export type L = typeof load; export const load = () => import('../azure/fine.ts');`,
  ],
  ['src/domain/remediation/runbooks/fine.ts', `export const fine = 1;`],
  ['src/services/response/fine.ts', `import '../../domain/remediation/runbooks/fine.ts';`],
  [
    'src/response/fine.ts',
    `import 'vscode'; import 'node:child_process'; import '../services/response/fine.ts'; import '../platform/fine.ts'; export const load = () => import('../azure/fine.ts');`,
  ],
  ['src/worker/fine.ts', `import '../domain/fine.ts'; import '../services/fine.ts'; import 'node:worker_threads';`],
  ['webview-ui/src/toolkit.ts', `import '@vscode/webview-ui-toolkit';`],
  ['webview-ui/src/fine.ts', `import '../../src/protocol/fine.ts';`],
  ['test/fine.ts', `export const fine = 1;`],
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

async function cruise(folder: string): Promise<readonly Violation[]> {
  const cli = path.join(project, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const { stdout } = await run(
    process.execPath,
    [cli, '--config', '.dependency-cruiser.cjs', '-T', 'json', 'src', 'webview-ui'],
    {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    },
  ).catch((error: unknown) => error as { stdout: string });
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the import matrix', () => {
  let folder = '';
  let violations: readonly Violation[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'import-matrix-'));
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json'])
      await cp(path.join(project, file), path.join(folder, file));
    await symlink(path.join(project, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    for (const [file, source] of [...offenders, accomplice, ...allowed]) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), source);
    }
    violations = await cruise(folder);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(offenders)('objects to %s that says %s', (file, _source, rule) => {
    expect(violations.filter(({ from }) => from === file).map(({ rule: { name } }) => name)).toContain(rule);
  });

  it.each(allowed)('lets %s be', (file) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });
});

it('the product keeps to the import matrix', async () => {
  const violations = await cruise(project);
  expect(violations.map(({ from, rule: { name } }) => `${from}: ${name}`)).toEqual([]);
}, 60_000);

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { build } from 'esbuild';
import { projectRoot } from '../host/paths.ts';
import { writeUserSettings } from '../host/userSettings.ts';

const usage = `Usage: runTests.ts [--desktop [VERSION]] [--grep TEXT] [--extension FOLDER]

Runs test/integration inside VS Code, with the extension as it is built in dist/.
  --desktop [VERSION]  in a desktop VS Code, which @vscode/test-electron downloads, not in the browser host;
                       VERSION is stable (default), insiders or a number
  --grep TEXT          only the tests whose names contain TEXT
  --extension FOLDER   another extension than the one in this checkout`;

const codeShim = join(projectRoot, 'test', 'host', process.platform === 'win32' ? 'code-shim.cmd' : 'code-shim');
const bundledTests = join(projectRoot, 'dist', 'test', 'integration');

/** VS Code loads test code with `require`, so each test file becomes a CommonJS bundle. */
async function bundleTests(): Promise<void> {
  const source = join(projectRoot, 'test', 'integration');
  await rm(bundledTests, { recursive: true, force: true });
  await build({
    entryPoints: [join(source, 'index.ts'), join(source, '**', '*.test.ts')],
    outdir: bundledTests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      grep: { type: 'string', default: '' },
      desktop: { type: 'boolean', default: false },
      extension: { type: 'string', default: projectRoot },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  await bundleTests();
  const profile = await mkdtemp(join(tmpdir(), 'asi-'));
  try {
    const userDataFolder = join(profile, 'user');
    const folder = join(profile, 'workspace');
    await mkdir(folder);
    await writeUserSettings(userDataFolder, { 'securityIncidents.signIn': 'sample' });
    await runTests({
      ...(values.desktop ? { version: positionals[0] ?? 'stable' } : { vscodeExecutablePath: codeShim }),
      extensionDevelopmentPath: resolve(values.extension),
      extensionTestsPath: join(bundledTests, 'index.js'),
      extensionTestsEnv: {
        TEST_GREP: values.grep,
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
      },
      launchArgs: [folder, `--user-data-dir=${userDataFolder}`, `--extensions-dir=${join(profile, 'extensions')}`],
    });
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof TestRunFailedError ? error.message : error);
  process.exitCode = 1;
}

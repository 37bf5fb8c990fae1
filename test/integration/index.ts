import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Each test activates a real extension in a real VS Code, on a machine that may have two busy cores. */
const testTimeoutMs = 20_000;

/**
 * What VS Code calls when it is started with `--extensionTestsPath`: runs the bundled test files beside this one.
 * @throws when a test failed or none ran; VS Code then ends with exit code 1.
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true); // so that a failure names the line of the TypeScript source
  const grep = process.env['TEST_GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: testTimeoutMs,
    color: process.env['FORCE_COLOR'] === '1',
    ...(grep === undefined || grep === '' ? {} : { grep }),
  });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.js'))) {
    mocha.addFile(join(__dirname, file));
  }
  const { passes = 0, failures = 0 } = await statisticsOf(mocha);
  console.log(`integration: ${passes} passed, ${failures} failed`);
  if (failures > 0) throw new Error(`${failures} integration tests failed.`);
  if (passes === 0) throw new Error('No integration test ran.');
}

async function statisticsOf(mocha: Mocha): Promise<Partial<Mocha.Stats>> {
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      resolve(runner.stats ?? {});
    });
  });
}

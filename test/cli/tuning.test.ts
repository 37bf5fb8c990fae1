import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnreadableInput } from '../../src/cli/inputBytes.ts';
import { readTuning } from '../../src/cli/tuning.ts';
import { defaultOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { thresholdsOf } from '../../src/domain/correlation/tuning/precision.ts';
import { day } from '../builders/alert.ts';

let folder = '';

async function fileOf(text: string): Promise<string> {
  const file = join(folder, 'settings.json');
  await writeFile(file, text);
  return file;
}

const silent = (): void => undefined;

describe('tuning from the command line', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuning-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is what the engine does anyway where nothing is said', async () =>
    expect(await readTuning({}, silent)).toEqual(defaultOptions));

  it('takes settings by their names in VS Code, whole or short, and lets --precision have the last word', async () => {
    const settings = await fileOf(
      JSON.stringify({
        'securityIncidents.correlation.timeSpan': 7,
        stopAddresses: ['198.51.100.0/24'],
        precision: 10,
      }),
    );
    expect(await readTuning({ settings }, silent)).toMatchObject({
      thresholds: thresholdsOf(10),
      longestSpan: 7 * day,
    });
    expect(await readTuning({ settings, precision: 90 }, silent)).toMatchObject({
      thresholds: thresholdsOf(90),
      stopList: { addresses: ['198.51.100.0/24'] },
    });
  });

  it('names what it cannot use, in visible characters, and goes on', async () => {
    const lines: string[] = [];
    const settings = await fileOf(JSON.stringify({ timeSpan: 'long', stopAddresses: ['office\u202e'] }));
    expect(await readTuning({ settings }, (line) => lines.push(line))).toEqual(defaultOptions);
    expect(lines).toEqual([
      'setting timeSpan cannot be used and is ignored',
      'setting stop addresses, entry 1: "office⟨U+202E⟩" cannot be used and is ignored',
    ]);
  });

  it.each([['[]'], ['{'], ['']])('refuses a file that holds no settings: %s', async (text) => {
    const settings = await fileOf(text);
    await expect(readTuning({ settings }, silent)).rejects.toThrow(UnreadableInput);
  });

  it('refuses a file that is not there', async () =>
    expect(readTuning({ settings: join(folder, 'nowhere') }, silent)).rejects.toThrow('there is no such file'));
});

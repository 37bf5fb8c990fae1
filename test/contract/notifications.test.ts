import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const source = new URL('../../src/', import.meta.url);

/** Calls whose text VS Code turns into links and commands (reliability: N1). */
const speakingCalls =
  /\bshow(?:Information|Warning|Error)Message\b|\bsetStatusBarMessage\b|\bcreateStatusBarItem\b|\bshowInputBox\b/;

function filesThatMatch(pattern: RegExp): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && pattern.test(readFileSync(new URL(file, source), 'utf8')))
    .map((file) => file.replaceAll('\\', '/'));
}

/** One for the product, and for each bundle of its own that speaks one for each of its subjects. */
const speakers = [
  'platform/cache/archiveNotices.ts',
  'platform/notices.ts',
  'platform/signIn/signInNotices.ts',
  'response/journal/journalNotices.ts',
  'response/status/statusNotices.ts',
  'response/steps/stepNotices.ts',
  'response/suppression/suppressionNotices.ts',
  'subscriptions/confirmReading.ts',
];

it('only these files speak in notifications', () => {
  expect(filesThatMatch(speakingCalls).toSorted()).toEqual(speakers);
});

it.each(speakers)('all that %s can say is constants and figures', (file) => {
  const calls = readFileSync(new URL(file, source), 'utf8').match(/Message\(.*\)/g) ?? [];
  expect(calls.length).toBeGreaterThan(0);
  for (const call of calls) expect(call).toMatch(/^Message\((withNumbers\()?texts\[notice\]/);
});

it('no tooltip trusts its content', () => {
  expect(filesThatMatch(/\bisTrusted\s*=|\bsupportHtml\s*=|\bsupportThemeIcons\s*=/)).toEqual([]);
});

it('nothing reacts to addresses from outside', () => {
  expect(filesThatMatch(/\bregisterUriHandler\b/)).toEqual([]);
});

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

it('only one file speaks in notifications, and all it can say is constants and figures', () => {
  expect(filesThatMatch(speakingCalls)).toEqual(['platform/notices.ts']);
  const text = readFileSync(new URL('platform/notices.ts', source), 'utf8');
  expect(text.match(/Message\(.*\)/g)?.every((call) => /^Message\((withNumbers\()?texts\[notice\]/.test(call))).toBe(
    true,
  );
});

it('no tooltip trusts its content', () => {
  expect(filesThatMatch(/\bisTrusted\s*=|\bsupportHtml\s*=|\bsupportThemeIcons\s*=/)).toEqual([]);
});

it('nothing reacts to addresses from outside', () => {
  expect(filesThatMatch(/\bregisterUriHandler\b/)).toEqual([]);
});

import { expect, it } from 'vitest';
import { readRunbookOptions } from '../../../src/cli/runbook/runbookOptions.ts';

it('a type alone is enough, and so is an alert', () => {
  expect(readRunbookOptions(['--alert-type', ' KV_TORAccess '])).toEqual({ alertType: 'KV_TORAccess', format: 'json' });
  expect(readRunbookOptions(['--input', '-', '--format', 'Markdown'])).toEqual({ input: '-', format: 'markdown' });
  expect(readRunbookOptions(['--help'])).toBe('help');
});

it.each([
  [[], '--alert-type is missing'],
  [['--alert-type', ' '], '--alert-type is empty'],
  [['--alert-type', 'x', '--input', ''], '--input is empty'],
  [['--alert-type', 'x'.repeat(301)], '--alert-type is too long'],
  [['--alert-type', 'x', '--format', 'html'], 'Unknown format "html": choose json, markdown'],
  [['--alert-type', 'x', 'y'], 'Unexpected word "y"'],
  [['--alert', 'x'], "Unknown option '--alert'"],
])('%j is misuse', (words, reason) => {
  expect(() => readRunbookOptions(words)).toThrow(reason);
});

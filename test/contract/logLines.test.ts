import type { LogOutputChannel } from 'vscode';
import { expect, it } from 'vitest';
import { channelLog } from '../../src/platform/logChannel.ts';

function logged(event: string, facts?: Readonly<Record<string, string | number | boolean>>): string[] {
  const lines: string[] = [];
  const take = (line: string) => lines.push(line);
  const channel = { info: take, warn: take } as unknown as LogOutputChannel;
  channelLog(channel).info(event, facts);
  channelLog(channel).warn(event, facts);
  return lines;
}

it('an event is one line of names and values', () => {
  expect(logged('refresh', { alerts: 3, outcome: 'listed' })).toEqual([
    'refresh alerts=3 outcome=listed',
    'refresh alerts=3 outcome=listed',
  ]);
});

it('no value can begin a line of its own, hide, or fill the log', () => {
  const [line = ''] = logged('x', { code: `a\r\n[error] forged\u202E\u001B[2J${'y'.repeat(100_000)}` });
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(line.length).toBeLessThan(300);
});

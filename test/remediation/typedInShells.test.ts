import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FilledCommand } from '../../src/domain/remediation/commands/commandTemplate.ts';
import { typedCommand, typingShells, type TypingShell } from '../../src/domain/remediation/commands/typedCommand.ts';
import { hostileValues } from '../builders/hostileValues.ts';

/** How each shell is made to read lines as if a person typed them, with history expansion where it has one. */
const starts: Readonly<Record<TypingShell, readonly string[]>> = {
  bash: ['--norc', '--noprofile', '-i'],
  zsh: ['-f', '-i'],
  fish: ['--no-config', '--interactive'],
  pwsh: ['-NoProfile', '-NonInteractive', '-Command', '-'],
};

function isThere(shell: TypingShell): boolean {
  return spawnSync(shell, ['--version']).error === undefined;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'typed-'));
  // Stands in for the Azure CLI: appends what it was given, each argument ended by NUL, and what it was called with.
  writeFileSync(join(folder, 'az'), '#!/bin/sh\nprintf \'%s\\0\' "$#" "$@" >> "$RECORD"\n');
  chmodSync(join(folder, 'az'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function aCommand(args: readonly string[]): FilledCommand {
  return { tool: 'az', args, subscriptionId: '', resources: [] } as unknown as FilledCommand;
}

/** What the recorder got of the lines that a shell read. */
function recorded(shell: TypingShell, lines: readonly string[]): readonly string[] {
  const record = join(folder, 'record');
  const start = shell === 'bash' ? 'set -H\n' : '';
  const typed = join(folder, 'typed');
  writeFileSync(typed, `${start}${lines.join('\n')}\nexit\n`);
  const { error } = spawnSync(shell, starts[shell], {
    // A file: fish does not read from the kind of pipe that Node.js makes.
    stdio: [openSync(typed, 'r'), 'ignore', 'ignore'],
    cwd: folder,
    env: {
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      RECORD: record,
      HOME: folder,
      TERM: 'dumb',
      LC_ALL: 'C.UTF-8',
    },
  });
  if (error !== undefined) throw error;
  return readFileSync(record, 'utf8').split('\0').slice(0, -1);
}

const argumentsOfALine = 50;

describe.each(typingShells)('%s (skipped where it is not installed)', (shell) => {
  it.skipIf(!isThere(shell))('gives the tool every argument exactly, and runs nothing else', () => {
    // Lone halves of characters are no UTF-8, in which arguments travel.
    const typable = hostileValues.filter(
      (value) => typedCommand(aCommand([value]), shell) !== undefined && value.isWellFormed(),
    );
    expect(typable.length).toBeGreaterThan(5_000);
    const expected: string[] = [];
    const lines: string[] = [];
    for (let at = 0; at < typable.length; at += argumentsOfALine) {
      const args = typable.slice(at, at + argumentsOfALine).map((value) => `--value=${value}`);
      expected.push(String(args.length * 2), ...args, ...args.map((arg) => arg.slice('--value='.length)));
      lines.push(typedCommand(aCommand([...args, ...args.map((arg) => arg.slice('--value='.length))]), shell) ?? '');
    }
    const got = recorded(shell, lines);
    const first = got.findIndex((each, at) => each !== expected[at]);
    expect([first, got[first], expected[first], got.length]).toEqual([-1, undefined, undefined, expected.length]);
    const left = readdirSync(folder).filter((name) => !/^(?:az|record|typed|\..*)$/.test(name));
    expect(left).toEqual([]);
  });
});

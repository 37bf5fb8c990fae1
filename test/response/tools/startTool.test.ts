import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTool, type RunningTool } from '../../../src/response/tools/startTool.ts';

/** Stands where az would: writes down what arrived, NUL after each argument, as no argument can hold a NUL. */
const recorder = `
const { writeFileSync } = require('node:fs');
writeFileSync(process.env.RECORD, process.argv.slice(1).map((arg) => arg + '\\0').join(''));
`;

describe('starting a tool', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tool-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function start(script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Started {
    const chunks: Buffer[] = [];
    const tool = startTool(
      { file: process.execPath, args: ['-e', script, '--', ...args] },
      { cwd: folder, env: { ...process.env, ...env }, onOutput: (bytes) => chunks.push(Buffer.from(bytes)) },
    );
    return { ...tool, output: () => Buffer.concat(chunks).toString() };
  }

  it('hands over every argument exactly, whatever is in it', async () => {
    const record = path.join(folder, 'record');
    const argument = fc
      .oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          ...['$(touch owned)', '`touch owned`', '; touch owned', '| touch owned', '&& touch owned', '%PATH%', '!!'],
          ...["'; touch owned; '", '"; touch owned; "', '\ntouch owned\n', '\r', '*', '~', '-rf', '@/etc/passwd', ''],
        ),
      )
      // No argument of any process can hold a NUL, and half of a surrogate pair is no text that UTF-8 can write.
      .filter((text) => !text.includes('\0') && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(argument, { minLength: 40, maxLength: 80 }), async (args) => {
        expect(await start(recorder, args, { RECORD: record }).ended).toEqual({ kind: 'exited', exitCode: 0 });
        expect((await readFile(record, 'utf8')).split('\0').slice(0, -1)).toEqual(args);
      }),
      { numRuns: 25 },
    );
    await expect(readFile(path.join(folder, 'owned'))).rejects.toThrow('ENOENT');
  });

  it('tells the exit code and gives standard output and errors', async () => {
    const tool = start(`process.stdout.write('found'); process.stderr.write('oops'); process.exitCode = 3;`);
    expect(await tool.ended).toEqual({ kind: 'exited', exitCode: 3 });
    expect(tool.output()).toContain('found');
    expect(tool.output()).toContain('oops');
  });

  it('gives no input, so that a tool which asks ends', async () => {
    const tool = start(`process.stdin.on('end', () => console.log('no answer')).resume();`);
    expect(await tool.ended).toEqual({ kind: 'exited', exitCode: 0 });
    expect(tool.output()).toContain('no answer');
  });

  it('says when there is no such file', async () => {
    const tool = startTool(
      { file: path.join(folder, 'nowhere'), args: [] },
      { cwd: folder, env: {}, onOutput: () => undefined },
    );
    expect(await tool.ended).toEqual({ kind: 'notStarted', code: 'ENOENT' });
  });

  it('says when an argument can be none', async () => {
    const tool = startTool(
      { file: process.execPath, args: ['a\0b'] },
      { cwd: folder, env: {}, onOutput: () => undefined },
    );
    expect(await tool.ended).toEqual({ kind: 'notStarted', code: 'ERR_INVALID_ARG_VALUE' });
  });

  it.skipIf(process.platform === 'win32')('ends the whole tree of processes when it is cancelled', async () => {
    const child = path.join(folder, 'child.cjs');
    await writeFile(child, `process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000);`);
    const tool = start(
      `require('node:child_process').spawn(process.execPath, [${JSON.stringify(child)}], { stdio: 'inherit' });
       setInterval(() => {}, 1000);`,
    );
    await expect.poll(() => tool.output(), { timeout: 10_000 }).toMatch(/\d+\n/);
    const grandchild = Number(/\d+/.exec(tool.output())?.[0]);
    tool.cancel();
    expect(await tool.ended).toEqual({ kind: 'killed' });
    await expect.poll(() => isAlive(grandchild), { timeout: 10_000 }).toBe(false);
  });

  it('does not wait for what a tool leaves running in the background', async () => {
    const tool = start(
      `require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: 'inherit', detached: true }).unref();`,
    );
    const ended = await Promise.race([tool.ended, delay(8_000, 'too late')]);
    expect(ended).toEqual({ kind: 'exited', exitCode: 0 });
  });
});

interface Started extends RunningTool {
  output(): string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

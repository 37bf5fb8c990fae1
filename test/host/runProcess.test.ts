import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { killTree, runProcess } from './runProcess.ts';

/** Starts a process that starts another one on the same standard output, and waits until that one speaks. */
async function startFamily(): Promise<ChildProcess & { stdout: Readable }> {
  const waiting = 'setInterval(() => {}, 1000)';
  const script = `require('node:child_process').spawn(
    process.execPath, ['-e', 'console.log("here"); ${waiting}'], { stdio: 'inherit' }); ${waiting}`;
  const parent = spawn(process.execPath, ['-e', script], { detached: process.platform !== 'win32' });
  await once(parent.stdout, 'data');
  return parent;
}

describe('runProcess', () => {
  it('returns the exit code and both output streams', async () => {
    const script = 'console.log("said"); console.error("complained"); process.exit(3)';
    const result = await runProcess(process.execPath, ['-e', script], {});
    expect(result.exitCode).toBe(3);
    expect(result.output).toContain('said');
    expect(result.output).toContain('complained');
  });

  it('rejects when there is no such program', async () => {
    await expect(runProcess('no-such-program-here', [], {})).rejects.toThrow('ENOENT');
  });
});

describe('killTree', () => {
  it('ends the processes that a process started as well', async () => {
    const parent = await startFamily();
    const everyoneLetGo = once(parent.stdout.resume(), 'close');
    await killTree(parent);
    await everyoneLetGo;
    expect(parent.stdout.closed).toBe(true);
  });

  it('returns at once for a process that has ended', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await expect(killTree(child)).resolves.toBeUndefined();
  });
});

import { runProcess, type ProcessResult } from './runProcess.ts';

/** Runs npm under this Node, not under the global one: `npm_execpath` is npm's own script when npm started us. */
export async function npm(folder: string, args: readonly string[]): Promise<ProcessResult> {
  const script = process.env['npm_execpath'];
  return script === undefined || !/\.c?js$/.test(script)
    ? runProcess('npm', args, { cwd: folder, shell: process.platform === 'win32' })
    : runProcess(process.execPath, [script, ...args], { cwd: folder });
}

import { describe, expect, it } from 'vitest';
import { announceSteps } from './steps.ts';

describe('announceSteps', () => {
  it('prints a line when a step begins and one with its duration when it is done', async () => {
    let clock = 0;
    const lines: string[] = [];
    const steps = announceSteps(
      (line) => lines.push(line),
      () => clock,
    );
    const result = await steps.run('Build', () => {
      clock += 1_250;
      return Promise.resolve('built');
    });
    expect(result).toBe('built');
    expect(lines).toEqual(['  …  Build', '  ✔  Build (1.3 s)']);
    expect(steps.elapsed()).toBe('1.3 s');
  });

  it('does not call a failed step done', async () => {
    const lines: string[] = [];
    const steps = announceSteps((line) => lines.push(line));
    await expect(steps.run('Build', () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
    expect(lines).toEqual(['  …  Build']);
  });
});

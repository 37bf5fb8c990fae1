import { describe, expect, it } from 'vitest';
import { once } from '../../src/services/once.ts';

describe('once', () => {
  it('works for the first call and gives its result to all', async () => {
    let calls = 0;
    const load = once(async () => Promise.resolve((calls += 1)));
    expect(await Promise.all([load(), load()])).toEqual([1, 1]);
    expect(await load()).toBe(1);
  });

  it('tries again after a failure', async () => {
    let calls = 0;
    const load = once(async () => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve('there');
    });
    await expect(load()).rejects.toThrow('not yet');
    expect(await load()).toBe('there');
  });
});

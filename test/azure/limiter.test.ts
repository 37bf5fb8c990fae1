import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../src/azure/limiter.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a limiter', () => {
  it('runs so many at once, the others in order as room comes, after failures too', async () => {
    const limit = createLimiter(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = Array.from({ length: 5 }, (_, n) =>
      limit(() => {
        begun.push(n);
        return new Promise<number>((resolve, reject) => {
          ends.push(() => (n === 0 ? reject(new Error('no')) : resolve(n)));
        });
      }),
    );
    const outcome = Promise.allSettled(all);
    await turn();
    expect(begun).toEqual([0, 1]);
    for (let n = 0; n < 5; n += 1) {
      ends[n]?.();
      await turn();
    }
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect((await outcome).map(({ status }) => status)).toEqual([
      'rejected',
      ...Array.from({ length: 4 }, () => 'fulfilled'),
    ]);
  });
});

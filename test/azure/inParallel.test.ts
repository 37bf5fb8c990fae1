import { expect, it } from 'vitest';
import { inParallel } from '../../src/azure/inParallel.ts';

it('gives results in the order of the items, however long each takes', async () => {
  const work = async (milliseconds: number) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return milliseconds;
  };
  expect(await inParallel([6, 1, 3], 2, work)).toEqual([6, 1, 3]);
  expect(await inParallel([], 2, work)).toEqual([]);
});

it('begins nothing more after the first rejection', async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    await Promise.resolve();
    if (item === 1) throw new Error('one');
    await new Promise((resolve) => setTimeout(resolve, 1));
  };
  await expect(inParallel([0, 1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('one');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(begun).toEqual([0, 1]);
});

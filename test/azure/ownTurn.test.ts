import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ownTurn } from '../../src/azure/ownTurn.ts';

it('gives everybody who waits a turn of the event loop of their own, in their order', async () => {
  let now = 0;
  let counting = true;
  const count = async (): Promise<void> => {
    for (; counting; now += 1) await turn();
  };
  const counted = count();
  const turns: (readonly [string, number])[] = [];
  const work = async (name: string): Promise<void> => {
    for (let slice = 0; slice < 3; slice += 1) {
      await ownTurn();
      turns.push([name, now]);
    }
  };
  await Promise.all([work('a'), work('b'), work('c')]);
  counting = false;
  await counted;
  expect(turns.map(([name]) => name).join('')).toBe('abcabcabc');
  expect(new Set(turns.map(([, at]) => at)).size).toBe(9);
});

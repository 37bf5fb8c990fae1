import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownTurn } from '../../src/azure/ownTurn.ts';

/** Three who work in three slices each, so many milliseconds long: who worked, and in which turn of the event loop. */
async function turnsOf(milliseconds: number): Promise<readonly (readonly [name: string, turn: number])[]> {
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
      for (const end = performance.now() + milliseconds; performance.now() < end;);
    }
  };
  await Promise.all([work('a'), work('b'), work('c')]);
  counting = false;
  await counted;
  return turns;
}

describe('a turn of the event loop', () => {
  it('is one’s own where the work of each fills it, and comes to all in their order', async () => {
    const turns = await turnsOf(10);
    expect(turns.map(([name]) => name).join('')).toBe('abcabcabc');
    expect(new Set(turns.map(([, at]) => at)).size).toBe(9);
  });

  it('is shared where there is little to do', async () => {
    const turns = await turnsOf(0);
    expect(turns.map(([name]) => name).join('')).toBe('abcabcabc');
    expect(new Set(turns.map(([, at]) => at)).size).toBeLessThan(9);
  });
});

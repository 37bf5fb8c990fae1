import { expect, it } from 'vitest';
import { BadLines } from '../../src/cli/badLines.ts';

function complaintsAbout(count: number): readonly string[] {
  const printed: string[] = [];
  const badLines = new BadLines((line) => printed.push(line));
  for (let line = 1; line <= count; line += 1) badLines.add(line, 'not JSON', line === 2 ? 7 : undefined);
  badLines.summarize();
  return printed;
}

it('bad lines are named by number, and by element where one line holds many', () => {
  expect(complaintsAbout(2)).toEqual([
    'line 1: not JSON',
    'line 2: element 7: not JSON',
    '2 pieces of the input left out',
  ]);
});

it('a million bad lines print no million lines, and all are counted', () => {
  const printed = complaintsAbout(1_000_000);
  expect(printed.length).toBe(22);
  expect(printed.slice(-2)).toEqual(['… and 999980 more', '1000000 pieces of the input left out']);
});

it('nothing is said of a good input', () => {
  expect(complaintsAbout(0)).toEqual([]);
});

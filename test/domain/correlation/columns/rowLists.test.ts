import { expect, it } from 'vitest';
import { RowLists } from '../../../../src/domain/correlation/columns/rowLists.ts';

function listOf(lists: RowLists, row: number): readonly number[] {
  return [...lists.numbers.subarray(lists.from(row), lists.to(row))];
}

function fill(lists: RowLists, ...numbers: readonly number[]): void {
  lists.begin();
  for (const number of numbers) lists.fill(number);
}

it('keeps a list for each row, and the last one that it was given', () => {
  const lists = new RowLists();
  fill(lists, 7, 8);
  lists.push();
  fill(lists);
  lists.push();
  fill(lists, 9);
  lists.replace(0);
  expect([listOf(lists, 0), listOf(lists, 1), listOf(lists, 2)]).toEqual([[9], [], []]);
});

it('loses a list that was given to no row', () => {
  const lists = new RowLists();
  fill(lists, 7);
  fill(lists, 8);
  lists.push();
  expect(listOf(lists, 0)).toEqual([8]);
});

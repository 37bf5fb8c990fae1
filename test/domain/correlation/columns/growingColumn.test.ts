import { describe, expect, it } from 'vitest';
import { ByteColumn, FloatColumn, IntColumn } from '../../../../src/domain/correlation/columns/growingColumn.ts';

describe('a growing column', () => {
  it('keeps what is pushed, however much', () => {
    const column = new IntColumn(1);
    for (let number = 0; number < 100; number += 1) column.push(number);
    expect([column.size, column.at(0), column.at(99)]).toEqual([100, 0, 99]);
    expect([...column.view()]).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  it('has nothing behind its end', () => {
    const column = new FloatColumn(8);
    column.push(0.5);
    expect([column.at(0), column.at(1), column.view().length]).toEqual([0.5, undefined, 1]);
  });

  it('grows from nothing', () => {
    const column = new ByteColumn(0);
    column.push(7);
    expect([...column.view()]).toEqual([7]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/domain/json.ts';
import { parseWireFlag } from '../../../src/azure/wire/wireFlag.ts';

describe('parseWireFlag', () => {
  it.each<[Json, boolean]>([
    [true, true],
    [false, false],
    ['true', true],
    ['True', true],
    ['FALSE', false],
  ])('takes %j for %j', (value, flag) => {
    expect(parseWireFlag(value)).toBe(flag);
  });

  it.each<[Json | undefined]>([[undefined], [null], [1], [0], [''], ['yes'], [' true'], [[true]], [{ true: true }]])(
    'takes %j for no flag',
    (value) => {
      expect(parseWireFlag(value)).toBeUndefined();
    },
  );
});

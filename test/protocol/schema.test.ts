import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  array,
  finite,
  lazy,
  object,
  oneOf,
  shortString,
  string,
  union,
  type Guard,
} from '../../src/protocol/schema.ts';

describe('schema', () => {
  const person = object({ name: string }, { age: finite });

  it('accepts an object with and without its optional properties', () => {
    expect(person({ name: 'a' })).toBe(true);
    expect(person({ name: 'a', age: 3 })).toBe(true);
    expect(person({ name: 'a', age: undefined })).toBe(true);
  });

  it('refuses missing, wrong and unknown properties', () => {
    expect(person({})).toBe(false);
    expect(person({ name: undefined })).toBe(false);
    expect(person({ name: 'a', age: 'old' })).toBe(false);
    expect(person({ name: 'a', extra: 1 })).toBe(false);
    expect(person(JSON.parse('{"name":"a","__proto__":{"age":1}}'))).toBe(false);
  });

  it('refuses numbers that cannot be counted', () => {
    expect([NaN, Infinity, '1', null].some(finite)).toBe(false);
  });

  it('bounds short strings and closed sets', () => {
    expect([shortString(3)(''), shortString(3)('abcd'), shortString(3)('abc')]).toEqual([false, false, true]);
    expect([oneOf('a', 'b')('b'), oneOf('a', 'b')('c')]).toEqual([true, false]);
  });

  it('checks every element of a list and every branch of a union', () => {
    const either = union(string, array(finite));
    expect([either('a'), either([1, 2]), either([1, 'a']), either({})]).toEqual([true, true, false, false]);
  });

  it('checks trees', () => {
    interface Tree {
      readonly children: readonly Tree[];
    }
    const tree: Guard<Tree> = lazy(() => object({ children: array(tree) }));
    expect(tree({ children: [{ children: [] }] })).toBe(true);
    expect(tree({ children: [{ children: [{}] }] })).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(typeof union(person, array(person), finite)(value)).toBe('boolean');
      }),
    );
  });
});

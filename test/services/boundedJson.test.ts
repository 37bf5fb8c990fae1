import { expect, it } from 'vitest';
import { boundedJson } from '../../src/services/boundedJson.ts';

it('is JSON', () => {
  const value = JSON.parse('{"__proto__": {"a": [1, "x", null]}, "toString": true}') as object;
  expect(boundedJson(value)).toBe(JSON.stringify(value));
});

it('leaves out what is nested too deep to be written, and nothing else', () => {
  const depth = 200_000;
  const deep: unknown = JSON.parse('{"__proto__":'.repeat(depth) + '1' + '}'.repeat(depth));
  const text = boundedJson({ near: { here: 'kept' }, deep });
  expect(JSON.parse(text)).toMatchObject({ near: { here: 'kept' } });
  expect(text.length).toBeLessThan(1_000);
  expect(Object.prototype).not.toHaveProperty('here');
});

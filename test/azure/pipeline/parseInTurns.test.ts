import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInTurns } from '../../../src/azure/pipeline/parseInTurns.ts';

/** What parsing gives: the value, or that there is none. */
async function outcomeOf(parse: () => unknown): Promise<unknown> {
  try {
    return { value: await parse() };
  } catch (error) {
    return (error as Error).name;
  }
}

/** Objects with lists in them, in the spellings that JSON allows. */
const page = fc
  .tuple(fc.dictionary(fc.string(), fc.oneof(fc.array(fc.jsonValue(), { maxLength: 20 }), fc.jsonValue())), fc.nat(3))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

/** JSON in which a few characters were taken out, put in or doubled. */
const damaged = fc
  .tuple(
    page,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', ',', '"', '\\', '[', ']', '{', '}', ' ', ',,', '0')), {
      maxLength: 4,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((whole, [place, put]) => {
      const at = place % (whole.length + 1);
      return whole.slice(0, at) + put + whole.slice(at + (put === '' ? 1 : 0));
    }, text),
  );

describe('JSON that is parsed in turns', () => {
  it('is what JSON.parse makes of it, in parts of any length', async () => {
    await fc.assert(
      fc.asyncProperty(page, fc.integer({ min: 1, max: 40 }), async (text, part) => {
        expect(await parseInTurns(text, part)).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is refused wherever JSON.parse refuses it, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.integer({ min: 1, max: 40 }), async (text, part) => {
        expect(await outcomeOf(() => parseInTurns(text, part))).toEqual(await outcomeOf(() => JSON.parse(text)));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '{"value":[1,2,]}',
    '{"value":[,1,2]}',
    '{"value":[1,,2]}',
    '{"value":[   ,1]}',
    '{"value":[1,2}',
    '{"value":[1,2',
    '{"value":["1,2]}',
    '{"value":[1],"value":[2,3,4]}',
    String.raw`{"value":["a\\",",]\"","\\\""],"nextLink":"[,"}`,
    '{"__proto__":[1,2,3],"constructor":[4]}',
    '[[1,2],[3]]',
    '{"value":[[1,2],[3,[4]]],"other":{"list":[1,2]}}',
    '{"value":[1]} [2]',
    '{"value":[1]}{"value":[2]}',
    '{}',
    '',
  ])('is read as JSON.parse reads it: %s', async (text) => {
    for (const part of [1, 2, 3, 5, 8]) {
      expect(await outcomeOf(() => parseInTurns(text, part))).toEqual(await outcomeOf(() => JSON.parse(text)));
    }
  });

  it('leaves the event loop to others between parts', async () => {
    let turns = 0;
    const count = setInterval(() => (turns += 1), 0);
    const text = JSON.stringify({ value: Array.from({ length: 4_000 }, (_, n) => ({ n, text: 'x'.repeat(2_000) })) });
    const parsed = (await parseInTurns(text)) as { readonly value: readonly unknown[] };
    clearInterval(count);
    expect(parsed.value).toHaveLength(4_000);
    expect(turns).toBeGreaterThan(5);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentSplitter } from '../../src/cli/documentSplitter.ts';
import type { Json } from '../../src/domain/json.ts';
import { split } from './pieces.ts';

const make = (sink: ConstructorParameters<typeof DocumentSplitter>[0]) => new DocumentSplitter(sink);
const piecesOf = (input: string, size = 1024) => split(input, size, make).found;
const textsOf = (input: string, size = 1024) => split(input, size, make).texts;

const a = '{"id":"a"}';
const b = '{"id":"b"}';

describe('alerts are found', () => {
  it.each([
    ['in a page', `{"value":[${a},${b}],"nextLink":"https://x/]}"}`],
    ['in a page whose value comes last', `{"nextLink":"value","count":{"value":[1]},"value":[${a},${b}]}`],
    ['in a page of many lines', `{\n  "value" : [\n    ${a},\n    ${b}\n  ]\n}\n`],
    ['in an array', `[${a}, ${b}]`],
    ['in an array of pages', `[{"value":[${a}]},{"value":[]},{"value":[${b}],"x":{"value":[3]}}]`],
    ['in pages one a line', `{"value":[${a}]}\n{"value":[${b}]}\n`],
    ['in pages side by side', `{"value":[${a}]}{"value":[${b}]}`],
    ['in arrays side by side', `[${a}][${b}]`],
    ['one after the other', `${a}\n${b}`],
    ['among pages', `${a} {"value":[${b}]}`],
  ])('%s', (_, input) => {
    for (const size of [1, 2, 3, 7, 1024]) expect(textsOf(input, size)).toEqual([a, b]);
  });

  it('whatever they hold, in chunks of any size, compact or indented', () => {
    const alert = fc.dictionary(
      fc.string().filter((name) => name !== 'value'),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const alerts = fc.array(alert, { maxLength: 5 });
    const indent = fc.constantFrom(undefined, 2);
    fc.assert(
      fc.property(fc.array(alerts, { maxLength: 4 }), indent, fc.integer({ min: 1, max: 40 }), (pages, space, size) => {
        const document = JSON.stringify(
          pages.map((value) => ({ count: 1, value, nextLink: 'x' })),
          undefined,
          space,
        );
        const read = textsOf(document, size).map((text) => JSON.parse(text) as Json);
        expect(read).toEqual(JSON.parse(JSON.stringify(pages.flat())));
      }),
      { numRuns: 300 },
    );
  });

  it('with the line they begin in and their number', () => {
    expect(piecesOf(`{"value":[\n${a},\n{\n"id":1}]}`)).toEqual([`2/1: ${a}`, '3/2: {\n"id":1}']);
  });
});

describe('what is no alert', () => {
  it('is a piece of its own, for the parser to refuse', () => {
    expect(textsOf(`[null, 12 ,"a,]b",[${a}],true]`)).toEqual(['null', '12 ', '"a,]b"', `[${a}]`, 'true']);
    expect(textsOf('hello\n{"error":{"code":"x"}}')).toEqual(['hello', '{"error":{"code":"x"}}']);
  });

  it('an alert that holds a list named "value" further in stays whole', () => {
    const deep = '{"id":"a","p":{"value":[{"id":"c"}]}}';
    expect(textsOf(`{"value":[${deep},{"id":"d","value":[1]}]}`)).toEqual([deep, '{"id":"d","value":[1]}']);
  });
});

describe('a damaged document', () => {
  it('that ends too early says so, and gives what was whole', () => {
    expect(piecesOf(`{"value":[${a},{"id":"b`)).toEqual([`1/1: ${a}`, '1/2: ends too early!']);
    expect(piecesOf(`{"value":[${a}`)).toEqual([`1/1: ${a}`, '1: ends too early!']);
  });

  it('recovers behind a string that a line break cuts short', () => {
    expect(piecesOf(`{"value":[\n${a},\n{"id":"x\n,${b}\n]}\n`)).toEqual([`2/1: ${a}`, '3: not JSON!', `4/3: ${b}`]);
  });

  it('names brackets that close nothing', () => {
    expect(piecesOf(`]\n${a}`)).toEqual(['1: not JSON!', `2/1: ${a}`]);
  });

  it('with one element longer than a string can be goes on behind it', () => {
    const input = `[${a},{"id":"${'x'.repeat(90)}"},${b}]`;
    const { found } = split(input, 8, (sink) => new DocumentSplitter(sink, 60));
    expect(found).toEqual([`1/1: ${a}`, '1/2: larger than 512 MB!', `1/3: ${b}`]);
  });
});

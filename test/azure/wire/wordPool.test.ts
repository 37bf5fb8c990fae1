import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapAlert } from '../../../src/azure/mapAlert.ts';
import { shareTexts } from '../../../src/azure/wire/shareTexts.ts';
import { WordPool } from '../../../src/azure/wire/wordPool.ts';
import type { Json } from '../../../src/domain/json.ts';
import { wireAlert } from '../../builders/wireAlert.ts';

describe('a pool of words', () => {
  it('gives back each list of texts as it was, whatever was shared before', () => {
    const list = fc.array(fc.constantFrom('', 'a', 'b', 'a\n', '\nb', '1:a', 'a\nb', ':', '2:'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(list, { maxLength: 30 }), (lists) => {
        const words = new WordPool();
        for (const texts of lists) expect(words.shareList([...texts])).toEqual(texts);
      }),
    );
  });

  it('has one list for all alerts of a type', () => {
    const words = new WordPool();
    const [one, other] = [wireAlert(), wireAlert()].map((row) => mapAlert(row, { subscriptionId: 's' }, 0, words));
    expect(one).toHaveProperty('remediationSteps.0');
    for (const name of ['tactics', 'techniques', 'remediationSteps'] as const) {
      expect((one as unknown as Record<string, unknown>)[name]).toBe(
        (other as unknown as Record<string, unknown>)[name],
      );
    }
  });
});

describe('sharing the texts of a value', () => {
  it('changes nothing that the value says', () => {
    const words = new WordPool();
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        const parsed = JSON.parse(text) as Json;
        shareTexts(parsed, words);
        expect(JSON.stringify(parsed)).toBe(text);
      }),
    );
  });

  it('takes any depth, frozen values and names of the prototype', () => {
    const words = new WordPool();
    const deep = JSON.parse(`${'{"a":'.repeat(100_000)}"a text that is long"${'}'.repeat(100_000)}`) as Json;
    shareTexts(deep, words);
    shareTexts(Object.freeze({ name: 'a text that is long' }), words);
    const hostile = JSON.parse('{"__proto__":"a text that is long"}') as Json;
    shareTexts(hostile, words);
    expect(JSON.stringify(hostile)).toBe('{"__proto__":"a text that is long"}');
  });
});

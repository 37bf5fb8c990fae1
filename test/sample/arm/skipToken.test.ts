import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSkipToken, encodeSkipToken } from '../../../src/sample/arm/skipToken.ts';

describe('skip tokens', () => {
  it('bring back the rows that they were made from', () => {
    const rows = fc.dictionary(fc.stringMatching(/^[A-Z]{3,12}$/), fc.stringMatching(/^[0-9a-f_-]{1,60}$/), {
      minKeys: 1,
      maxKeys: 4,
    });
    fc.assert(
      fc.property(rows, (next) => {
        expect(decodeSkipToken(encodeSkipToken(next, '/subscriptions/1/alerts', '2022-01-01'))).toEqual(next);
      }),
    );
  });

  it('are refused, not misread, when they come from elsewhere', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeSkipToken(text) === undefined));
  });
});

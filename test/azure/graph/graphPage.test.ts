import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { readGraphPage } from '../../../src/azure/graph/graphPage.ts';

const good = { totalRecords: 3, count: 1, data: [{ id: 'a' }], facets: [], resultTruncated: 'false' };

function read(body: unknown, headers: Record<string, string> = {}) {
  return readGraphPage(body, createHttpHeaders(headers));
}

describe('a page of Resource Graph', () => {
  it('has its rows, how many there are in all, and the token of the next page', () => {
    expect(read({ ...good, $skipToken: 'next' })).toEqual({ rows: [{ id: 'a' }], totalRecords: 3, skipToken: 'next' });
    expect(read(good)).toEqual({ rows: [{ id: 'a' }], totalRecords: 3 });
  });

  it('is followed by another one where it has a token, whatever it says of being cut short', () => {
    expect(read({ ...good, resultTruncated: 'true', $skipToken: 'next' }).skipToken).toBe('next');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', '<html>'],
    ['an array', []],
    ['an object without rows', { ...good, data: undefined }],
    ['rows as a table', { ...good, data: { columns: [], rows: [] } }],
    ['another count than rows', { ...good, count: 2 }],
    ['no count', { ...good, count: undefined }],
    ['no number of rows in all', { ...good, totalRecords: '3' }],
    ['a negative number of rows in all', { ...good, totalRecords: -1 }],
    ['a token that is no text', { ...good, $skipToken: 5 }],
  ])('is refused when it is %s', (_, body) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ failure: { kind: 'unexpected', code: 'BadEnvelope' } }));
  });

  it.each<[string, unknown]>([
    ['it was cut short', { ...good, resultTruncated: 'true' }],
    ['it does not say whether it was cut short', { ...good, resultTruncated: undefined }],
  ])('is refused when %s and nothing follows', (_, body) => {
    expect(() => read(body)).toThrow(
      expect.objectContaining({ failure: { kind: 'unexpected', code: 'TruncatedAnswer' } }),
    );
  });

  it('is refused when subscriptions were left out because there were too many', () => {
    expect(() => read(good, { 'x-ms-tenant-subscription-limit-hit': 'true' })).toThrow(
      expect.objectContaining({ failure: { kind: 'unexpected', code: 'SubscriptionLimitHit' } }),
    );
  });
});

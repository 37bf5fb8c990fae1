import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportFileName } from '../../../../src/services/response/report/reportFileName.ts';

describe('the name of a report', () => {
  it('is made of the words of the title and a hash of the id', () => {
    expect(reportFileName('Brute force on “web-1”', 'i1', 'markdown')).toMatch(
      /^incident-brute-force-on-web-1-[0-9a-f]{8}\.md$/,
    );
  });

  it('tells incidents of one title apart', () => {
    expect(reportFileName('x', 'i1', 'csv')).not.toBe(reportFileName('x', 'i2', 'csv'));
  });

  it.each([
    '../../x',
    String.raw`..\x`,
    'C:x',
    'CON',
    'a:b',
    'x\u0000.md',
    '~/',
    '%2f..',
    'x. ',
    '',
    '\u202egnp',
    '日本',
  ])('is a plain name for %j', (title) => {
    expect(reportFileName(title, title, 'json')).toMatch(/^incident-(?:[a-z0-9-]{1,60}-)?[0-9a-f]{8}\.json$/);
  });

  it('has at most 80 characters, all of them harmless', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.string(), (title, id) => {
        const name = reportFileName(title, id, 'markdown');
        expect(name).toMatch(/^[a-z0-9][a-z0-9.-]{1,83}$/);
        expect(name).not.toContain('..');
      }),
    );
  });
});

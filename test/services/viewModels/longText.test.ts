import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longText } from '../../../src/services/viewModels/longText.ts';

const all = new Set(['t']);

describe('a long text', () => {
  it('loses nothing, in whatever pieces it is shown', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', 'é'), maxLength: 30_000, size: 'max' });
    fc.assert(
      fc.property(text, (whole) => {
        expect(longText('t', whole, all).pieces.join('')).toBe(whole.normalize('NFC'));
        const { pieces, hidden } = longText('t', whole, new Set());
        expect(pieces.join('')).toBe(whole.slice(0, whole.length - hidden));
      }),
      { numRuns: 30 },
    );
  });

  it('never cuts a character in two, where there is no space to cut at', () => {
    const { pieces } = longText('t', '😀'.repeat(20_000), all);
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
    expect(longText('t', `a${'😀'.repeat(20_000)}`, new Set()).pieces[0]?.isWellFormed()).toBe(true);
  });

  it('shows a text of usual length whole', () => {
    expect(longText('t', 'short', new Set())).toEqual({ textId: 't', pieces: ['short'], hidden: 0 });
    expect(longText('t', '', new Set())).toEqual({ textId: 't', pieces: [], hidden: 0 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorrections, writeCorrections } from '../../../src/services/corrections/correctionsDocument.ts';
import { someCorrections } from '../../builders/arbitraryCorrections.ts';
import { inSequence } from '../../builders/corrections.ts';

const [one] = inSequence([{ kind: 'rename', alerts: ['a'], name: 'Harbour "x" \u202e' }]);
const entry = {
  id: one!.id,
  at: '2026-03-02T10:00:00.000Z',
  by: 'ada',
  kind: 'move',
  alerts: ['a'],
  from: [['b']],
  to: ['c'],
};

function documentWith(change: object, whole: object = {}): string {
  const format = 'azure-security-incidents/corrections';
  return JSON.stringify({ format, version: 1, corrections: [{ ...entry, ...change }], ...whole });
}

function problem(text: string): string {
  const reading = readCorrections(text);
  return reading.kind === 'invalid' ? reading.problem : reading.kind;
}

describe('a document of corrections', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(someCorrections, (corrections) => {
        const made = inSequence(corrections);
        expect(readCorrections(writeCorrections(made))).toEqual({ kind: 'read', made });
      }),
    );
    expect(readCorrections(writeCorrections([one!]))).toEqual({ kind: 'read', made: [one] });
  });

  it('of a newer version is left alone', () => expect(problem(documentWith({}, { version: 2 }))).toBe('newer'));

  it('that is not ours, is refused with what is missing', () => {
    expect(problem('')).toBe('The file is not a JSON object.');
    expect(problem('[1]')).toBe('The file is not a JSON object.');
    expect(problem('{}')).toMatch(/"format"/);
    expect(problem(documentWith({}, { version: 0 }))).toMatch(/"version"/);
    expect(problem(documentWith({}, { corrections: {} }))).toBe('"corrections" is not a list.');
    expect(problem(documentWith({}, { corrections: Array.from({ length: 2001 }, () => entry) }))).toMatch(
      /more than 2,000/,
    );
    expect(problem(`"${'x'.repeat(16 * 1024 * 1024)}"`)).toBe('The file is too large.');
  });

  it.each([
    [{ id: 'x' }, /"id"/],
    [{ id: '../../../../../../etc/passwd' }, /"id"/],
    [{ id: entry.id.replace('8', 'A') }, /"id"/],
    [{ at: 5 }, /"at"/],
    [{ at: '2026-13-02T10:00:00.000Z' }, /"at"/],
    [{ by: 'x'.repeat(101) }, /"by"/],
    [{ kind: 'delete' }, /"kind"/],
    [{ alerts: [] }, /"alerts"/],
    [{ alerts: ['A'] }, /"alerts"/],
    [{ alerts: [''] }, /"alerts"/],
    [{ alerts: ['x'.repeat(301)] }, /"alerts"/],
    [{ from: ['a'] }, /"from"/],
    [{ kind: 'remove', to: undefined, from: {} }, /"from"/],
    [{ to: [1] }, /"to"/],
    [{ kind: 'rename', from: undefined, to: undefined, name: 'x'.repeat(121) }, /"name"/],
    [{ kind: 'pin', from: undefined, to: undefined, pinned: 'yes' }, /"pinned"/],
    [{ kind: 'merge' }, /not known/],
    [{ __proto__: null, extra: 1 }, /not known/],
    [{ to: Array.from({ length: 10_001 }, (_, index) => `k${String(index)}`) }, /10,000 alerts/],
  ])('with %j is refused with the correction and what is wrong with it', (change, expected) => {
    expect(problem(documentWith(change))).toMatch(/^Correction 1: /);
    expect(problem(documentWith(change))).toMatch(expected);
  });

  it('with one id twice is refused', () =>
    expect(problem(documentWith({}, { corrections: [entry, entry] }))).toBe('Correction 2: "id" is that of another.'));

  it('never makes it throw, and says nothing of what it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.anything().map((value) => documentWith({ alerts: value })),
        ),
        (text) => {
          const reading = readCorrections(text);
          if (reading.kind === 'invalid') expect(reading.problem).toMatch(/^[A-Za-z0-9 ".,:/()-]+$/);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeRemediation } from '../../../src/domain/remediation/normalizeRemediation.ts';
import type { RemediationStep } from '../../../src/domain/remediation/step.ts';
import { stepsText } from '../../../src/domain/remediation/stepText.ts';

const word = fc.stringMatching(/^[A-Za-z][a-z]{1,8}$/);

const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

const piece = fc.oneof(
  { weight: 5, arbitrary: sentence },
  fc.constantFrom(
    'https://learn.microsoft.com/a',
    '%{User Name}',
    '`az logout`',
    '[docs](https://learn.microsoft.com/b)',
  ),
);

const plainStep = fc
  .tuple(
    fc.constantFrom('', '1. ', '2) ', '• ', '- ', 'a. ', 'ii. ', '2.1. ', '  3. '),
    fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' ')),
    fc.constantFrom('.', ':', '', '\n', '\r\n\r\n'),
  )
  .map((parts) => parts.join(''));

describe('laws', () => {
  it('loses no word of any plain step', () => {
    fc.assert(
      fc.property(fc.array(plainStep, { maxLength: 8 }), fc.constantFrom('\n', ' ', '\r\n'), (steps, glue) => {
        for (const input of [steps, [steps.join(glue)]]) {
          const given = input.join(' ').match(/[A-Za-z]{3,}/g) ?? [];
          const shown = stepsText(normalizeRemediation(input)).match(/[A-Za-z]{3,}/g) ?? [];
          expect(shown.toSorted()).toEqual(given.toSorted());
        }
      }),
    );
  });

  it('loses no letter or digit of arbitrary text that has no markup in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (steps) => {
        const signs = /[^\p{L}]+/gu;
        const given = steps.map((step) => step.replaceAll(/[<>&]/g, ' '));
        const shown = stepsText(normalizeRemediation(given)).replaceAll(signs, '');
        expect(shown.length).toBeGreaterThanOrEqual(
          0.5 * given.join('').replaceAll(signs, '').length - 2 * given.length,
        );
      }),
    );
  });

  it('reads its own text rendering as the same steps', () => {
    fc.assert(
      fc.property(fc.array(plainStep, { maxLength: 8 }), (steps) => {
        const once = normalizeRemediation(steps);
        const twice = normalizeRemediation(once.map((step) => stepsText([step])));
        expect(twice).toEqual(once);
      }),
    );
  });

  it('takes any strings', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.json(),
      fc
        .array(
          fc.constantFrom(
            '1. ',
            'a) ',
            '• ',
            '`',
            '```',
            '\n',
            '<a href=',
            '"',
            '>',
            '</a>',
            '[',
            '](https://',
            ')',
            '%{',
            '}',
            '{"kind":"Link"',
            '\\',
            '&#',
            ';',
            ' ',
            'i. ',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(hostile), (steps) => {
        const keys = new Set<string>();
        const visit = (step: RemediationStep): void => {
          expect(keys.has(step.key)).toBe(false);
          keys.add(step.key);
          expect(step.blocks.length).toBeGreaterThan(0);
          step.children.forEach(visit);
        };
        normalizeRemediation(steps).forEach(visit);
      }),
      { numRuns: 300 },
    );
  });
});

describe('time', () => {
  /** Below the limit of what is taken apart. A quadratic pattern needs many seconds for it; lists are shorter, because each
   * item costs some work. */
  const size = 95_000;
  const listSize = 30_000;
  it.each([
    ['words', 'word '],
    ['numbered lines', '1. do it\n'],
    ['inline numbers', '1. do. 2. it. '],
    ['open brackets', '['],
    ['half links', '[a](https://'],
    ['brackets after an address', 'https://x)'],
    ['closing brackets', ')'],
    ['back-ticks', '`a'],
    ['anchors', '<a href="x">'],
    ['open tags', '<a '],
    ['half attributes', '<a href = '],
    ['entities', '&#38;'],
    ['ampersands', '&'],
    ['spaces', ' '],
    ['spaces after sentences', '. '],
    ['letters', 'a. x\n'],
    ['roman numerals', 'i. x\n'],
    ['fences', '```\n'],
    ['placeholders', '%{'],
    ['back-slashes', '\\"'],
    ['continuations', 'a \\ '],
    ['bullets', '• '],
    ['deep lists', '1. a\n 2. b\n  a. c\n'],
  ])(
    'reads %s in linear time',
    (_, unit) => {
      const text = unit.repeat((/^\w+[.)] |^•|\n/.test(unit) ? listSize : size) / unit.length);
      const started = performance.now();
      normalizeRemediation([text]);
      normalizeRemediation([`https://${text.slice(0, 50_000)}`, `- ${text.slice(0, 50_000)}x`]);
      expect(performance.now() - started).toBeLessThan(4000);
    },
    30_000,
  );
});

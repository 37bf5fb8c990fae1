import fc from 'fast-check';
import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { normalizeRemediation } from '../../src/domain/remediation/normalizeRemediation.ts';
import { stepsText } from '../../src/domain/remediation/stepText.ts';
import type { StepState } from '../../src/domain/remediation/stepProgress.ts';
import { safeLink } from '../../src/domain/safeLink.ts';
import { type ChecklistMarkdownOptions, checklistMarkdown } from '../../src/services/checklistMarkdown.ts';

const untouched: ChecklistMarkdownOptions = {
  stateOf: () => undefined,
  safeLink: (href) => safeLink(href, { portalUrl: 'https://portal.azure.com' }),
};

function markdownOf(steps: readonly string[], state?: StepState): string {
  return checklistMarkdown(normalizeRemediation(steps), { ...untouched, stateOf: () => state });
}

/** Every token that a Markdown reader finds, at any depth. */
function tokensOf(markdown: string): readonly Token[] {
  const tokens: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token) => {
    tokens.push(token);
  });
  return tokens;
}

const harmless = ['list', 'list_item', 'paragraph', 'text', 'escape', 'codespan', 'br', 'space', 'checkbox'];

describe('a checklist as Markdown', () => {
  it('is a task list with states, reasons, commands, links and nesting', () => {
    const steps = normalizeRemediation([
      '1. Do this:\n   - Isolate `web1` with %{User Name}\n   - See [docs](https://learn.microsoft.com/a)',
      'az vm stop --name web1',
    ]);
    const states: Record<string, StepState> = {
      [steps[0]!.key]: { kind: 'done' },
      [steps[1]!.key]: { kind: 'skipped', reason: 'Not *ours*' },
    };
    expect(checklistMarkdown(steps, { ...untouched, stateOf: ({ key }) => states[key] })).toBe(
      [
        '- [x] Do this\\:',
        '  - [ ] Isolate `web1` with `%{User Name}`',
        '  - [ ] See [docs](<https://learn.microsoft.com/a>)',
        '- [ ] `az vm stop --name web1`',
        '',
        '  Skipped: Not \\*ours\\*',
      ].join('\n'),
    );
  });

  it('links only to addresses that may be opened', () => {
    const links = tokensOf(
      markdownOf([
        'See https://evil.example/a, https://learn.microsoft.com/b and [this](http://learn.microsoft.com/c).',
        '{"kind":"Link","displayValue":"Read","value":"javascript:alert(1)"}',
        '{"kind":"openBlade","displayValue":"Open","extension":"E","detailBlade":"B"}',
      ]),
    ).filter((token): token is Tokens.Link => token.type === 'link');
    expect(links.map(({ href }) => href)).toEqual([
      'https://learn.microsoft.com/b',
      'https://portal.azure.com/#blade/E/B',
    ]);
  });

  it.each([
    '# heading',
    '> quote',
    '1) one',
    '---',
    '| a | b |\n|---|---|\n| c | d |',
    '<img src=x onerror=alert(1)>',
    '<!-- x --> <script>alert(1)</script>',
    '![i](https://evil.example/x.png)',
    '[x](command:evil)',
    '[x]: https://evil.example\n[x]',
    '*a* _b_ **c** ~~d~~ ~e~',
    'www.evil.example a@evil.example https://evil.example ftp://evil.example',
    '<https://evil.example>',
    '\r```\r[x](command:y)',
    '`'.repeat(20),
    '`` ` ``',
    'a\\\n# b',
    '&lt;script&gt;',
    '    indented\n\n    code',
    'title\n===',
    '- [x] done already',
  ])('shows %j as text', (hostile) => {
    const types = tokensOf(markdownOf([hostile, `Text ${hostile} text`], { kind: 'skipped', reason: hostile })).map(
      ({ type }) => type,
    );
    expect(types.filter((type) => !harmless.includes(type))).toEqual([]);
  });

  it('never becomes anything but a list of text, code and safe links, whatever the vendor sends', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...'#>-+*_~`|<>[]()!&:/.@\\\n\r\t ="1)'.split(''),
        'https://',
        'www.',
        '```',
        '<a href="x">',
        '](',
        '<!--',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
          { maxLength: 3 },
        ),
        (steps) => {
          for (const token of tokensOf(markdownOf(steps, { kind: 'skipped', reason: steps.join(' ') || 'x' }))) {
            if (token.type === 'link') expect(untouched.safeLink((token as Tokens.Link).href)).toBeDefined();
            else expect(harmless).toContain(token.type);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes as many boxes as there are steps', () => {
    const steps = ['1. One:\n  a. Two\n  b. Three', 'Four\n\n- not a step of its own?'];
    const boxes = tokensOf(markdownOf(steps)).filter((token) => token.type === 'list_item');
    expect(boxes).toHaveLength(stepsText(normalizeRemediation(steps)).match(/^ *•/gm)!.length);
  });
});

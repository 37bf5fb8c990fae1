import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TerminalText, withoutColours } from '../../../../src/services/response/steps/terminalText.ts';

const escape = '\u001b';

/** Anything that a terminal would obey, but for tabs and line ends. */
const disobeyed = /(?![\t\r\n])[\p{Cc}\p{Cf}]/u;

function shown(...chunks: readonly string[]): string {
  const text = new TerminalText();
  return chunks.map((chunk) => text.take(chunk)).join('') + text.end();
}

describe('output in a terminal', () => {
  it('keeps colours, tabs and line ends', () => {
    expect(shown(`${escape}[1;31mfailed${escape}[0m\ta\nb\r\n`)).toBe(`${escape}[1;31mfailed${escape}[0m\ta\r\nb\r\n`);
  });

  it.each([
    ['sets a title', `${escape}]0;owned\u0007`],
    ['writes to the clipboard', `${escape}]52;c;b3duZWQ=\u0007`],
    ['makes a link', `${escape}]8;;https://evil.example${escape}\\here${escape}]8;;${escape}\\`],
    ['sends a device string', `${escape}Pq#0${escape}\\`],
    ['clears the screen', `${escape}[2J${escape}[H`],
    ['moves up and rewrites', `${escape}[1A${escape}[2Kharmless`],
    ['asks the terminal to answer', `${escape}[c${escape}[6n`],
    ['ends a bracketed paste', `${escape}[201~touch owned\n`],
    ['uses the eight-bit forms', '\u009d0;owned\u009c\u009b2J'],
    ['rings', '\u0007'],
    ['turns text around', 'exe.\u202egnp'],
  ])('shows what %s instead of obeying it', (_, hostile) => {
    expect(shown(hostile)).not.toMatch(disobeyed);
  });

  it('never lets a line write over itself', () => {
    expect(shown('denied\rallowed\n')).toBe('denied\r\nallowed\r\n');
  });

  it.each([
    ['conceals', '8'],
    ['has a background', '41'],
    ['has a colour of its own', '38;5;0'],
  ])('drops a colour that %s', (_, parameters) => {
    expect(shown(`${escape}[${parameters}mtext`)).toBe('text');
  });

  it('takes a sequence and a line end that arrive in pieces for one', () => {
    expect(shown(`a${escape}`, '[3', '1mb\r', '\nc')).toBe(`a${escape}[31mb\r\nc`);
  });

  it('lets no control character through, whatever arrives in whatever pieces', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(escape, '\r', '\n', '[', '31', 'm', ']', ';'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const plain = withoutColours(shown(...pieces));
        expect(plain).not.toMatch(disobeyed);
      }),
    );
  });
});

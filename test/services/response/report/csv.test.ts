import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../../src/services/response/report/csv.ts';

/** Reads a table as RFC 4180 has it; with another separator, as a spreadsheet of another country would. */
function read(text: string, separator = ','): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\ufeff/, '');
  for (let at = 0; at < body.length; at += 1) {
    const character = body.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (body.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (character === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      rows.push([]);
    } else cell += character;
  }
  return rows.slice(0, -1);
}

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  "=cmd|' /C calc'!A0",
  ' =1',
  '\u00a0=1',
];
/** How a spreadsheet knows a formula: by the first character that is no space. */
const isFormula = (cell: string): boolean => /^[ \u00a0\u3000]*[=+\-@\t\r\n＝＋－＠]/.test(cell);

describe('a table in CSV', () => {
  it('quotes every cell, doubles quotes and ends lines with CR LF', () => {
    expect(
      csv([
        ['a', 'b "c"'],
        ['1,2', 'x\ny'],
      ]),
    ).toBe('\ufeff"a","b ""c"""\r\n"1,2","x\ny"\r\n');
  });

  it.each(formulas)('makes text of the formula %j', (formula) => {
    const [[cell = ''] = []] = read(csv([[formula]]));
    expect(isFormula(cell)).toBe(false);
    expect(cell).toContain("'");
  });

  it.each([',', ';', '\t', '|'])('makes text of formulas behind %j', (separator) => {
    for (const formula of formulas) {
      const text = csv([[`x${separator}${formula}`, `"${separator}${formula}`]]);
      for (const cell of read(text, separator).flat()) expect(isFormula(cell), JSON.stringify(cell)).toBe(false);
    }
  });

  it('leaves plain words, numbers, times and addresses as they are', () => {
    const row = ['alert', '12', '2026-03-02T10:00:00.000Z', '203.0.113.7', 'a-b', 'ada@example.com', ''];
    expect(read(csv([row]))).toEqual([row]);
  });

  it('gives back all rows and cells whatever is in them, but for apostrophes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 })), (rows) => {
        const back = read(csv(rows));
        expect(back.map((row) => row.map((cell) => cell.replaceAll("'", '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replaceAll("'", ''))),
        );
        for (const cell of back.flat()) expect(isFormula(cell)).toBe(false);
      }),
    );
  });
});

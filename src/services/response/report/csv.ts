/** Places at which a spreadsheet would begin a formula, in any of the forms in which keyboards write its first mark. */
const formula = /(?<=^|[;,|\t\r\n])(?=[ \u00a0\u3000]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\u2212])/g;

/**
 * Rows as a table in CSV (RFC 4180): every cell quoted, quotes doubled, lines ended by CR LF, with a byte order mark,
 * without which Excel takes UTF-8 for something else. A cell that could be read as a formula begins with an apostrophe,
 * and so does each part of it that would be a cell of its own where a spreadsheet takes other separators.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  return `"${text.replaceAll(formula, "'").replaceAll('"', '""')}"`;
}

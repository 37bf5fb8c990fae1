import { eastAsianWidth } from 'get-east-asian-width';
import { displayLabel } from '../../domain/displayText.ts';

/** A text as one cell of a table: safe for a terminal, and exactly `width` columns wide. */
export function cell(text: string, width: number): string {
  const label = displayLabel(text, width);
  let shown = '';
  let columns = 0;
  for (const character of label) {
    const wide = columnsOf(character);
    if (columns + wide > width) break;
    shown += character;
    columns += wide;
  }
  return shown + ' '.repeat(width - columns);
}

function columnsOf(character: string): number {
  return /^\p{M}$/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0x20);
}

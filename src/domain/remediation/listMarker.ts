/** The number, letter or bullet that a vendor put before a list item. */
export interface ListMarker {
  /** Items of one list share a style: "number1", "number2" (as in "2.1."), "letter", "roman", "bullet•". */
  readonly style: string;
  /** Text after the marker. */
  readonly text: string;
  /** Letters and roman numerals only: which item of its list it claims to be, from 1. */
  readonly ordinal?: number;
}

const number = /^\(?(\d{1,3}(?:\.\d{1,2}){0,3})[.)](?:\s+|\\t\s*|(?=\p{Lu})|$)(.*)$/su;
const bullet = /^([•●○◦▪‣∙·–—]|[-*+](?=\s))\s*(?![-*+•]\s)(.*)$/su;
const letter = /^\(?([a-z])[.)]\s+(.*)$/isu;
const roman = /^\(?([ivx]{1,6})[.)]\s+(.*)$/isu;
const romanNumerals: readonly string[] = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ');

/** Reads a number or a bullet before an item; undefined when there is none. */
export function readMarker(line: string): ListMarker | undefined {
  const [, digits, numbered] = number.exec(line) ?? [];
  if (digits !== undefined) return { style: `number${String(digits.split('.').length)}`, text: numbered ?? '' };
  const [, sign, bulleted] = bullet.exec(line) ?? [];
  return sign === undefined ? undefined : { style: `bullet${sign}`, text: bulleted ?? '' };
}

/**
 * What a letter or roman numeral before an item can mean. Only their sequence tells them from an initial ("A. Smith
 * reported it"), so the caller accepts them where one follows another. "i." is read both ways.
 */
export function readLetterMarkers(line: string): readonly ListMarker[] {
  const markers: ListMarker[] = [];
  const [, numeral, romanText] = roman.exec(line) ?? [];
  const value = romanNumerals.indexOf(numeral?.toLowerCase() ?? '') + 1;
  if (value > 0) markers.push({ style: 'roman', text: romanText ?? '', ordinal: value });
  const [, character, letterText] = letter.exec(line) ?? [];
  if (character !== undefined) {
    markers.push({ style: 'letter', text: letterText ?? '', ordinal: character.toLowerCase().charCodeAt(0) - 96 });
  }
  return markers;
}

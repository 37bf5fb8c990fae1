import { invisible } from '../../domain/displayText.ts';

const onlyPrintableAscii = /^[\x20-\x7e]*$/;

/**
 * JSON in one line that is harmless on a terminal. JSON itself leaves some characters as they are that a terminal obeys
 * or hides (C1 controls, line separators, marks that turn the direction of text): escaped, they still mean the same.
 */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value);
  // Nearly every alert is plain ASCII, and the first test is several times faster.
  return onlyPrintableAscii.test(json) ? json : json.replaceAll(invisible, escaped);
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

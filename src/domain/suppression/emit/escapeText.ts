import { invisible } from '../../displayText.ts';

/**
 * A text for a literal of some language: what `plain` names is put in its place, and whatever cannot be seen is written
 * by its number, so that a reviewer reads what a deployment will do. Half of a surrogate pair, which no file can hold,
 * becomes U+FFFD.
 *
 * @param byNumber how the language writes a character by its code point.
 */
export function escapeText(
  text: string,
  plain: Readonly<Record<string, string>>,
  byNumber: (codePoint: number) => string,
): string {
  return Array.from(text.toWellFormed(), (character) => {
    const own = Object.hasOwn(plain, character) ? plain[character] : undefined;
    if (own !== undefined) return own;
    return isInvisible(character) ? byNumber(character.codePointAt(0) ?? 0) : character;
  }).join('');
}

function isInvisible(character: string): boolean {
  invisible.lastIndex = 0;
  return invisible.test(character);
}

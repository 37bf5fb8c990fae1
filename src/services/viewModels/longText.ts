import { displayText } from '../../domain/displayText.ts';
import type { TextModel } from '../../protocol/textModel.ts';

/** Characters that a panel shows of a text before the person asks for the rest. */
const firstLook = 4000;
/** One block of layout: browsers skip the blocks that are off screen. */
const pieceSize = 8000;

/** The text, ready to show: its beginning, or all of it where the person asked for it. */
export function longText(textId: string, text: string, shownInFull: ReadonlySet<string>): TextModel {
  const whole = shownInFull.has(textId) || text.length <= firstLook * 1.25;
  const end = whole ? text.length : cutBefore(text, firstLook);
  return { textId, pieces: pieces(text.slice(0, end)), hidden: text.length - end };
}

function pieces(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = start + pieceSize >= text.length ? text.length : cutBefore(text, start + pieceSize);
    found.push(displayText(text.slice(start, end)));
    start = end;
  }
  return found;
}

/** The last white space in the 500 characters before `limit`, so that no word and no character is cut in two. */
function cutBefore(text: string, limit: number): number {
  for (let at = limit; at > limit - 500; at--) if (/\s/.test(text.charAt(at))) return at;
  return isLowSurrogate(text, limit) ? limit - 1 : limit;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

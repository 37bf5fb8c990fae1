/**
 * A text with its beginning and its end, and words for how much is left out between. Lines that the cut would split go
 * whole where they are short: half a secret is not known for one any more. Lengths in UTF-16 units.
 */
export function keepEnds(text: string, head: number, tail: number): string {
  // The words for what is left out need room themselves.
  if (text.length <= head + tail + 60) return text;
  const start = beforeBreak(text, head);
  const end = afterBreak(text, text.length - tail);
  return `${text.slice(0, start)}\n… ${String(end - start)} characters left out …\n${text.slice(end)}`;
}

/** Longest piece of a line that is given up to cut between lines. */
const lineReach = 1_000;

function beforeBreak(text: string, at: number): number {
  const lineBreak = text.lastIndexOf('\n', at - 1);
  return lineBreak > at - lineReach && lineBreak > at / 2 ? lineBreak : wholeCharacter(text, at);
}

function afterBreak(text: string, at: number): number {
  const lineBreak = text.slice(at, at + lineReach).indexOf('\n');
  return lineBreak !== -1 && lineBreak < (text.length - at) / 2 ? at + lineBreak + 1 : wholeCharacter(text, at);
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

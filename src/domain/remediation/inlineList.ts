/** A number inside a line that starts an item: after the end of a sentence or a colon, and before a word. */
const inner = /(?<=[.;:!?)\]"'’”,])\s+(?=\(?(\d{1,2})([.)])\s+\p{L})/gu;
const first = /^\s*\(?1([.)])\s/;

/**
 * One line as the lines of the list that it holds ("1. Do this. 2. Do that."), or as it is. Split only when it is
 * clearly a list: the numbers run 1, 2, 3 in one style, each after the end of a sentence. "version 2. It is" stays.
 */
export function splitInlineList(line: string): readonly string[] {
  if (/^\s*•/.test(line)) return line.split(/(?<=\S)\s+(?=•\s)/);
  const cuts: number[] = [];
  let closing = first.exec(line)?.[1];
  let expected = closing === undefined ? 1 : 2;
  for (const match of line.matchAll(inner)) {
    const [, digits, sign] = match;
    if (Number(digits) !== expected || (closing !== undefined && sign !== closing)) continue;
    // The first number of a list in the middle of a line follows its introduction: "Then: 1. …".
    if (closing === undefined && line.charAt(match.index - 1) !== ':') continue;
    closing = sign;
    expected += 1;
    cuts.push(match.index);
  }
  if (expected < 3) return [line];
  const indent = line.slice(0, line.length - line.trimStart().length);
  return [...cuts, line.length].map((cut, index) => indent + line.slice(cuts[index - 1] ?? 0, cut).trim());
}

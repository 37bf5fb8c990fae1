import { ownTurn } from '../ownTurn.ts';

/** What is parsed in one go, in characters: a few milliseconds of work. */
const partLength = 512 * 1024;

/** What is parsed at once, whatever else is going on, in characters. */
const trifle = 256 * 1024;

/**
 * The same as `JSON.parse`, in parts: of an object, the lists in it are parsed some elements at a time, each time in a
 * turn of the event loop of its own. A page of fifty megabytes would hold VS Code for a third of a second in one go.
 *
 * @throws SyntaxError where `JSON.parse` does.
 */
export async function parseInTurns(text: string, part = partLength): Promise<unknown> {
  if (text.length > trifle) await ownTurn();
  if (text.length <= part || !/^\s*\{/.test(text.slice(0, 100))) return JSON.parse(text) as unknown;
  const lists: unknown[][] = [];
  /** The text with the number of each list in place of what is in it. */
  let frame = '';
  let framed = 0;
  let list: unknown[] | undefined;
  let begin = 0;
  for (let at = 0, depth = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfText(text, at);
    } else if (code === openList || code === openObject) {
      depth += 1;
      if (depth !== 2 || code !== openList) continue;
      begin = at + 1;
      frame += `${text.slice(framed, begin)}${String(lists.length)}`;
      list = [];
      lists.push(list);
    } else if (code === closeList || code === closeObject) {
      depth -= 1;
      if (depth !== 1 || list === undefined) continue;
      await ownTurn();
      addPart(list, text.slice(begin, at), true);
      list = undefined;
      framed = at;
    } else if (code === comma && depth === 2 && list !== undefined && at - begin >= part) {
      await ownTurn();
      addPart(list, text.slice(begin, at), false);
      begin = at + 1;
    }
  }
  if (list !== undefined) throw new SyntaxError('A list has no end');
  return filled(JSON.parse(frame + text.slice(framed)) as object, lists);
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Where the text ends that begins with the quote at `from`; past everything, where it does not. */
function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

/** @param part elements with commas between; nothing only where it is the whole of an empty list. */
function addPart(list: unknown[], part: string, isLast: boolean): void {
  const elements = JSON.parse(`[${part}]`) as unknown[];
  if (elements.length === 0 && (!isLast || list.length > 0)) throw new SyntaxError('Nothing beside a comma');
  for (const element of elements) list.push(element);
}

/** Puts the lists back in their places; of a name that comes twice, the last counts, as in `JSON.parse`. */
function filled(frame: object, lists: readonly unknown[][]): object {
  for (const value of Object.values(frame)) {
    if (!Array.isArray(value)) continue;
    const numbered = value as unknown[];
    const [number] = numbered.splice(0, 1);
    for (const element of lists[number as number] ?? []) numbered.push(element);
  }
  return frame;
}

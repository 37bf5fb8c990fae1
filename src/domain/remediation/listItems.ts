import { splitInlineList } from './inlineList.ts';
import { type ListMarker, readLetterMarkers, readMarker } from './listMarker.ts';
import { isFence } from './stepBlocks.ts';

/** One item of a step's text, without its marker. */
export interface ListItem {
  /** Undefined for prose that stands before, after or without a list. */
  readonly style: string | undefined;
  readonly indent: number;
  readonly text: string;
}

interface Line {
  readonly text: string;
  readonly fenced: boolean;
}

interface OpenItem {
  readonly style: string | undefined;
  readonly indent: number;
  readonly lines: string[];
}

const lineBreak = /\r\n|[\r\n\v\f\u0085\u2028\u2029]|\\r\\n|\\n(?=\s*\d{1,2}[.)]\s)/;

/** A step's text as list items, in order. Text without any list is one item, however many lines it has. */
export function listItems(text: string): readonly ListItem[] {
  const lines = markFences(text.split(lineBreak));
  const items: OpenItem[] = [];
  let lettered: ListMarker | undefined;
  let afterBlank = false;
  lines.forEach((line, index) => {
    const trimmed = line.text.trimStart();
    const marker = line.fenced ? undefined : (readMarker(trimmed) ?? letterMarker(trimmed, lettered, lines, index));
    const indent = line.text.length - trimmed.length;
    const current = items.at(-1);
    if (marker?.ordinal !== undefined) lettered = marker;
    if (marker !== undefined) items.push({ style: marker.style, indent, lines: [marker.text] });
    else if (current === undefined || (afterBlank && indent === 0 && current.style !== undefined && trimmed !== ''))
      items.push({ style: undefined, indent, lines: [line.text] });
    else current.lines.push(line.text);
    afterBlank = trimmed === '' && !line.fenced;
  });
  return closeItems(items, text);
}

function markFences(lines: readonly string[]): readonly Line[] {
  let fenced = false;
  return lines.flatMap((text) => {
    const fence = isFence(text);
    if (fence) fenced = !fenced;
    return fence || fenced ? [{ text, fenced: true }] : splitInlineList(text).map((part) => ({ text: part, fenced }));
  });
}

/** A letter counts as a marker after its predecessor, or before its successor when it is the first of its list. */
function letterMarker(
  line: string,
  previous: ListMarker | undefined,
  lines: readonly Line[],
  index: number,
): ListMarker | undefined {
  const candidates = readLetterMarkers(line);
  const follows = candidates.find(({ style, ordinal }) => continues(previous, style, ordinal));
  if (follows !== undefined) return follows;
  return candidates.find((candidate) => candidate.ordinal === 1 && hasSuccessor(candidate, lines, index));
}

function continues(previous: ListMarker | undefined, style: string, ordinal: number | undefined): boolean {
  return previous?.style === style && previous.ordinal !== undefined && previous.ordinal + 1 === ordinal;
}

/** How many lines of one item may lie between "a." and "b.". A bound keeps hostile text linear. */
const successorReach = 12;

function hasSuccessor(candidate: ListMarker, lines: readonly Line[], index: number): boolean {
  const near = lines.slice(index + 1, index + 1 + successorReach);
  return near.some(({ text }) =>
    readLetterMarkers(text.trimStart()).some(({ style, ordinal }) => continues(candidate, style, ordinal)),
  );
}

function closeItems(items: readonly OpenItem[], whole: string): readonly ListItem[] {
  const closed = items.map(({ style, indent, lines }) => ({ style, indent, text: lines.join('\n').trim() }));
  const filled = closed.filter(({ text }) => text !== '');
  if (filled.length > 0 || whole.trim() === '') return filled;
  // Nothing but markers ("3."): shown as written rather than lost.
  return [{ style: undefined, indent: 0, text: whole.trim() }];
}

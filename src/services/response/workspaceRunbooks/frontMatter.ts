import type { TextRange } from './runbookProblem.ts';

export interface FrontMatter {
  readonly yaml: string;
  /** Where the YAML begins in the file. */
  readonly yamlStart: number;
  readonly body: string;
  readonly bodyStart: number;
}

const fence = /^---[ \t]*$/m;

/** Takes a Markdown file apart; a file without front matter gives the range where it is missed. */
export function splitFrontMatter(text: string): FrontMatter | TextRange {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = /^---[ \t]*\r?\n/.exec(text.slice(start));
  if (opening === null) return { start, end: Math.min(text.length, start + firstLine(text.slice(start)).length) };
  const yamlStart = start + opening[0].length;
  const closing = fence.exec(text.slice(yamlStart));
  if (closing === null) return { start, end: start + 3 };
  const bodyStart = yamlStart + closing.index + closing[0].length;
  return { yaml: text.slice(yamlStart, yamlStart + closing.index), yamlStart, body: text.slice(bodyStart), bodyStart };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Texts below the headings of a body, by what the heading says, folded: white space once, lower case. */
export function sectionsOf(body: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let heading: string | undefined;
  let lines: string[] = [];
  let inFence = false;
  const close = (): void => {
    if (heading !== undefined && !sections.has(heading)) sections.set(heading, lines.join('\n').trim());
    lines = [];
  };
  for (const line of body.split(/\r?\n/)) {
    if (/^\s*(?:```|~~~)/.test(line)) inFence = !inFence;
    const found = inFence ? null : /^#{1,6}[ \t]+(\S.*?)[ \t#]*$/.exec(line);
    if (found === null) {
      lines.push(line);
      continue;
    }
    close();
    heading = foldHeading(found[1] ?? '');
  }
  close();
  return sections;
}

export function foldHeading(heading: string): string {
  return heading.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

import { isCommandLine, isCopyable } from './commandLine.ts';
import type { StepBlock } from './step.ts';
import { textFragments } from './textFragments.ts';

/** One step's text as blocks: fenced, back-ticked and bare commands become command blocks, the rest stays prose. */
export function stepBlocks(text: string): readonly StepBlock[] {
  const blocks: StepBlock[] = [];
  let prose: string[] = [];
  const endProse = (): void => {
    const fragments = textFragments(prose.join('\n').trim());
    if (fragments.length > 0) blocks.push({ kind: 'text', fragments });
    prose = [];
  };
  for (const { line, fenced } of unfence(text)) {
    const command = commandIn(line, fenced);
    if (command === undefined) {
      prose.push(line);
      continue;
    }
    endProse();
    blocks.push({ kind: 'command', text: command });
  }
  endProse();
  return blocks;
}

/** True for the line that opens or closes a fenced block. */
export function isFence(line: string): boolean {
  return /^\s*(?:```|~~~)[\w-]{0,20}\s*$/.test(line);
}

interface SourceLine {
  readonly line: string;
  readonly fenced: boolean;
}

function unfence(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let fenced = false;
  let continued = '';
  for (const line of text.split('\n')) {
    if (isFence(line)) {
      fenced = !fenced;
      continue;
    }
    // A command broken over lines is one command: the shell's own continuation signs join it.
    const rest = fenced ? /^(.*\S)\s+[\\`]\s*$/.exec(line)?.[1] : undefined;
    if (rest !== undefined) {
      continued += `${rest.trim()} `;
      continue;
    }
    lines.push({ line: continued === '' ? line : continued + line.trim(), fenced });
    continued = '';
  }
  if (continued !== '') lines.push({ line: continued, fenced });
  return lines;
}

function commandIn(line: string, fenced: boolean): string | undefined {
  const text = line.trim().replaceAll('\t', ' ');
  const ticked = /^`([^`]+)`$/.exec(text)?.[1];
  if (ticked !== undefined) return isCopyable(ticked) ? ticked : undefined;
  const command = text.replace(/^\$ /, '');
  return (fenced ? isCopyable(command) : isCommandLine(command)) ? command : undefined;
}

import { displayLabel } from '../../displayText.ts';
import type { FilledCommand } from './commandTemplate.ts';

const plain = /^[A-Za-z0-9_./:=,@+-]+$/;
/** Longest argument that is shown whole, in UTF-16 units; an ARM id has a thousand at most. */
const longest = 4000;

/** A command to be read by a person: whole, on one line, with every invisible character made visible. Not for a shell. */
export function displayCommand({ tool, args }: Pick<FilledCommand, 'tool' | 'args'>): string {
  return [tool, ...args.map(shown)].join(' ');
}

function shown(arg: string): string {
  const visible = displayLabel(arg, longest);
  return plain.test(visible) ? visible : `'${visible.replaceAll("'", "'\\''")}'`;
}

import type { JournalGaps } from './journal.ts';

/** What is missing from a journal, in sentences; none where everything could be read. */
export function gapsText(gaps: JournalGaps): readonly string[] {
  const { damaged, failure, newer, skippedBytes, torn } = gaps;
  return [
    failure === undefined
      ? undefined
      : `The journal could not be read (${failure}), so nothing is known of what it holds.`,
    damaged === undefined
      ? undefined
      : `${entries(damaged)} of the journal ${isAre(damaged)} damaged and cannot be read. The file is left as it is.`,
    torn === undefined
      ? undefined
      : `${entries(torn)} of the journal ${torn === 1 ? 'was' : 'were'} cut off while ${torn === 1 ? 'it was' : 'they were'} being written, and cannot be read.`,
    newer === undefined
      ? undefined
      : `${entries(newer)} of the journal ${isAre(newer)} of a newer version of this extension. Update to read ${newer === 1 ? 'it' : 'them'}.`,
    skippedBytes === undefined
      ? undefined
      : `The journal is too large to be read whole: its first ${String(Math.ceil(skippedBytes / 1024 / 1024))} MB are not here.`,
  ].filter((text) => text !== undefined);
}

function entries(count: number): string {
  return count === 1 ? 'One entry' : `${String(count)} entries`;
}

function isAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

import { systemPauses } from '../../../src/platform/systemPauses.ts';
import { JournalFiles } from '../../../src/response/journal/journalFiles.ts';
import { noteEntry } from '../../builders/journalEntry.ts';

/**
 * A window of its own, for tests with real processes: appends `count` notes about one incident, one after the other,
 * from `first` on, and tells the number of each as soon as it is saved.
 */
export async function writeNotes(
  folder: string,
  first: number,
  count: number,
  onSaved: (number: number) => void,
): Promise<void> {
  const files = new JournalFiles({ folder, pauses: systemPauses, onNotice: () => undefined });
  for (let number = first; number < first + count; number += 1) {
    const outcome = await files.append(longNote(number));
    if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome));
    onSaved(number);
  }
  files.dispose();
}

/** A note of several kilobytes, so that a line takes more than a page of memory. */
export function longNote(number: number): ReturnType<typeof noteEntry> {
  return { ...noteEntry(number), kind: 'note', text: `note ${String(number)} ${'é"\n'.repeat(1_500)}` };
}

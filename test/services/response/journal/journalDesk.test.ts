import { describe, expect, it } from 'vitest';
import { JournalDesk } from '../../../../src/services/response/journal/journalDesk.ts';
import { isJournalEntry, type JournalEntry } from '../../../../src/services/response/journal/journalEntry.ts';

const id = '11111111-2222-4333-8444-555555555555';

describe('the desk of the journal', () => {
  it('adds who and when, and an id of its own, to what happened', async () => {
    const appended: JournalEntry[] = [];
    const desk = new JournalDesk({
      journal: {
        append: (entry) => {
          appended.push(entry);
          return Promise.resolve({ kind: 'saved' });
        },
      },
      clock: { now: () => 1_700_000_000_000 },
      decider: () => 'ada',
      newId: () => id,
    });
    const { entry, outcome } = await desk.record({ incidentId: 'one', kind: 'note', text: 'Asked the owner.' });
    expect(outcome).toEqual({ kind: 'saved' });
    expect(appended).toEqual([entry]);
    expect(entry).toEqual({
      id,
      at: 1_700_000_000_000,
      by: 'ada',
      incidentId: 'one',
      kind: 'note',
      text: 'Asked the owner.',
    });
    expect(isJournalEntry(entry)).toBe(true);
  });

  it('hands on why an entry could not be written', async () => {
    const desk = new JournalDesk({
      journal: { append: () => Promise.resolve({ kind: 'notSaved', code: 'ENOSPC' }) },
      clock: { now: () => 1 },
      decider: () => 'ada',
      newId: () => id,
    });
    const { outcome } = await desk.record({ incidentId: 'one', kind: 'owner' });
    expect(outcome).toEqual({ kind: 'notSaved', code: 'ENOSPC' });
  });
});

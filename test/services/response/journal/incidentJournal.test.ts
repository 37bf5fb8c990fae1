import { describe, expect, it } from 'vitest';
import { memberKeys } from '../../../../src/domain/incident.ts';
import { journalIdsOf, readJournals } from '../../../../src/services/response/journal/incidentJournal.ts';
import type { JournalReading } from '../../../../src/services/response/journal/journal.ts';
import { attackStory } from '../../../builders/attackStory.ts';
import { noteEntry } from '../../../builders/journalEntry.ts';
import { aPanelContext } from '../../../builders/panelContext.ts';

const [incident] = aPanelContext(attackStory()).correlation.incidents;
if (incident === undefined) throw new Error('The story gives no incident');
const { id } = incident;

describe('the journal of an incident', () => {
  it('is looked for under its id, the ids that were merged into it, and the keys of its alerts', () => {
    const formerIds = new Map([
      ['merged', id],
      ['elsewhere', 'another'],
    ]);
    const ids = journalIdsOf(incident, { formerIds });
    expect(ids.slice(0, 2)).toEqual([id, 'merged']);
    expect(ids.slice(2)).toEqual(memberKeys(incident));
    expect(ids).not.toContain('elsewhere');
  });

  it('has the entries of both incidents after a merge, in the order of time', async () => {
    const readings: Readonly<Record<string, JournalReading>> = {
      [id]: { entries: [noteEntry(1, id), noteEntry(3, id)], missing: {} },
      merged: { entries: [noteEntry(2, 'merged')], missing: {} },
    };
    const nothing: JournalReading = { entries: [], missing: {} };
    const journal = { read: (of: string) => Promise.resolve(readings[of] ?? nothing) };
    const { entries } = await readJournals(journal, journalIdsOf(incident, { formerIds: new Map([['merged', id]]) }));
    expect(entries).toEqual([noteEntry(1, id), noteEntry(2, 'merged'), noteEntry(3, id)]);
  });

  it('tells everything that is missing from any of them', async () => {
    const readings: readonly JournalReading[] = [
      { entries: [], missing: { damaged: 1, torn: 1 } },
      { entries: [], missing: { damaged: 2, newer: 1, failure: 'EACCES' } },
    ];
    const { missing } = await readJournals({ read: (of) => Promise.resolve(readings[Number(of)] ?? expect.fail()) }, [
      '0',
      '1',
    ]);
    expect(missing).toEqual({ damaged: 3, torn: 1, newer: 1, failure: 'EACCES' });
  });
});

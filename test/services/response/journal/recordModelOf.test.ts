import { describe, expect, it } from 'vitest';
import { recordModel } from '../../../../src/protocol/recordModel.ts';
import { recordModelOf } from '../../../../src/services/response/journal/recordModelOf.ts';
import { hostileTexts, invisible, stringsIn } from '../../../builders/hostileText.ts';
import { aJournal } from '../../../builders/journaledIncident.ts';
import { noteEntry } from '../../../builders/journalEntry.ts';

const names = { alertTitle: (key: string) => (key === 'a1' ? 'Brute force' : undefined) };

describe('the record in the panel of an incident', () => {
  it('tells what was done, the newest first, each with what came of it', () => {
    const model = recordModelOf({ entries: aJournal('a1'), missing: {} }, names);
    expect(recordModel(model)).toBe(true);
    expect(model.entries.map(({ what, outcome }) => [what, outcome?.text])).toEqual([
      ['Closed with work left undone', '1 open, 0 failing'],
      ['Tagged harbour, drill', undefined],
      ['Classified as true positive', undefined],
      ['Resolved 2 alerts', '1 of 2 not changed'],
      ['Marked “Enforce rule” as skipped', undefined],
      ['Verified “Block the attacking address”', 'found Allow instead of Deny'],
      ['Verified “Block the attacking address”', 'as it should be: Deny'],
      ['Ran “Block the attacking address”', 'exit code 0 after 3.4 s'],
      ['Note', undefined],
      ['Assigned to Ada', undefined],
    ]);
    expect(model).toMatchObject({
      classification: { label: 'True positive', reason: 'Seen before.', by: 'grace' },
      owner: 'Ada',
      tags: ['harbour', 'drill'],
      left: 0,
      notices: [],
    });
  });

  it('names each alert of a change of status with what came of it', () => {
    const { entries } = recordModelOf({ entries: aJournal('a1'), missing: {} }, names);
    expect(entries.find(({ group }) => group === 'status')?.details).toEqual(['Open: Rotate keys']);
    expect(entries.find(({ what }) => what.startsWith('Resolved'))?.details).toEqual([
      '“Brute force” · changed',
      'alert unknown · failed · No permission',
    ]);
  });

  it('tells of a command that was started and whose end nobody wrote down', () => {
    const entries = aJournal('a1').filter(({ kind }) => kind !== 'commandEnded');
    const texts = recordModelOf({ entries, missing: {} }, names).entries.map(({ what, outcome }) => [
      what,
      outcome?.text,
    ]);
    expect(texts).toContainEqual(['Started “Block the attacking address”', 'no end was recorded']);
  });

  it('lists the latest hundred and counts the rest', () => {
    const entries = Array.from({ length: 130 }, (_, number) => noteEntry(number));
    const model = recordModelOf({ entries, missing: {} }, names);
    expect([model.entries.length, model.left]).toEqual([100, 30]);
    expect(model.entries[0]?.words).toBe('note 129');
  });

  it.each([
    [{ damaged: 2 }, '2 entries of the journal are damaged and cannot be read. The file is left as it is.'],
    [{ torn: 1 }, 'One entry of the journal was cut off while it was being written, and cannot be read.'],
    [{ newer: 1 }, 'One entry of the journal is of a newer version of this extension. Update to read it.'],
    [{ failure: 'EACCES' }, 'The journal could not be read (EACCES), so nothing is known of what it holds.'],
    [{ skippedBytes: 1 }, 'The journal is too large to be read whole: its first 1 MB are not here.'],
  ])('says what is missing: %j', (missing, text) => {
    expect(recordModelOf({ entries: [], missing }, names).notices).toEqual([{ tone: 'warning', text }]);
  });

  it.each(hostileTexts)('shows every character of %j', (text) => {
    for (const [path, shown] of stringsIn(recordModelOf({ entries: aJournal('a1', text), missing: {} }, names))) {
      if (!path.endsWith('.entryId')) expect(shown, path).not.toMatch(invisible);
    }
  });
});

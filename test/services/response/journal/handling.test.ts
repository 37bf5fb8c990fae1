import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handlingOf, lastOfKind, readTags } from '../../../../src/services/response/journal/handling.ts';
import { journalEntry } from '../../../builders/journalEntry.ts';

const incidentId = 'i1';

describe('how an incident is handled', () => {
  it('is what was decided last, by whom and when', () => {
    const entries = [
      journalEntry(
        { incidentId, kind: 'classification', classification: 'benign', reason: 'A test.' },
        { number: 1, at: 1 },
      ),
      journalEntry({ incidentId, kind: 'owner', owner: 'Ada' }, { number: 2, at: 2 }),
      journalEntry({ incidentId, kind: 'tags', tags: ['drill'] }, { number: 3, at: 3 }),
      journalEntry(
        { incidentId, kind: 'classification', classification: 'truePositive', reason: 'No test.' },
        { number: 4, at: 4, by: 'grace' },
      ),
    ];
    expect(handlingOf(entries)).toEqual({
      classification: { value: 'truePositive', reason: 'No test.', by: 'grace', at: 4 },
      owner: { value: 'Ada', by: 'ada', at: 2 },
      tags: ['drill'],
    });
    expect(lastOfKind(entries, 'classification')).toBe(4);
    expect(lastOfKind([], 'owner')).toBe(0);
  });

  it('is nothing where everything was taken back', () => {
    const entries = [
      journalEntry({ incidentId, kind: 'classification', classification: 'benign', reason: 'A test.' }, { number: 1 }),
      journalEntry({ incidentId, kind: 'owner', owner: 'Ada' }, { number: 2 }),
      journalEntry({ incidentId, kind: 'tags', tags: ['drill'] }, { number: 3 }),
      journalEntry({ incidentId, kind: 'classification', reason: 'Not sure.' }, { number: 4 }),
      journalEntry({ incidentId, kind: 'owner' }, { number: 5 }),
      journalEntry({ incidentId, kind: 'tags', tags: [] }, { number: 6 }),
    ];
    expect(handlingOf(entries)).toEqual({ tags: [] });
  });

  it('does not count what was undone', () => {
    const owner = journalEntry({ incidentId, kind: 'owner', owner: 'Ada' }, { number: 1 });
    expect(handlingOf([owner, journalEntry({ incidentId, kind: 'undo', of: owner.id }, { number: 2 })])).toEqual({
      tags: [],
    });
  });
});

describe('tags as people write them', () => {
  it.each([
    ['one, two ,, three', ['one', 'two', 'three']],
    ['Red  team, red team', ['red team']],
    [' , ', []],
    ['x'.repeat(50), ['x'.repeat(40)]],
  ])('are read from %j', (text, tags) => {
    expect(readTags(text)).toEqual(tags);
  });

  it('are the same when they are written and read again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tags = readTags(text);
        expect(readTags(tags.join(', '))).toEqual(readTags(readTags(tags.join(', ')).join(', ')));
        expect(tags.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

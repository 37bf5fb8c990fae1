import { describe, expect, it } from 'vitest';
import { isJournalEntry, type JournalRecord } from '../../../../src/services/response/journal/journalEntry.ts';

const stamp = { id: '11111111-2222-4333-8444-555555555555', at: 1_700_000_000_000, by: 'ada' };

const records: readonly JournalRecord[] = [
  { incidentId: 'i', kind: 'stepState', state: 'skipped', reason: 'Not ours.' },
  { incidentId: 'i', kind: 'commandStarted', command: 'az account show' },
  {
    incidentId: 'i',
    alertKey: 'a',
    runbook: { id: 'brute-force', step: 'block-address', title: 'Block the address' },
    kind: 'commandEnded',
    command: 'az account show',
    exitCode: 0,
    cancelled: false,
    durationMs: 1_200,
    outputDigest: 'a'.repeat(64),
    output: '{}',
  },
  { incidentId: 'i', kind: 'verification', outcome: 'differs', expected: 'Deny', found: 'Allow' },
  {
    incidentId: 'i',
    kind: 'statusChange',
    action: 'resolve',
    results: [{ alertKey: 'a', outcome: 'failed', why: 'No permission' }],
  },
  { incidentId: 'i', kind: 'note', text: 'Called the owner.' },
  { incidentId: 'i', kind: 'classification', classification: 'benign', reason: 'A drill.' },
  { incidentId: 'i', kind: 'owner', owner: 'ada' },
  { incidentId: 'i', kind: 'tags', tags: ['red-team'] },
  { incidentId: 'i', kind: 'closeReason', open: ['Block the address'], failing: [], reason: 'Done elsewhere.' },
  { incidentId: 'i', kind: 'undo', of: stamp.id },
];

describe('an entry of the journal', () => {
  it.each(records.map((record) => [record.kind, record] as const))('is known when it is a %s', (_, record) => {
    expect(isJournalEntry({ ...record, ...stamp })).toBe(true);
  });

  it.each([
    ['no id', { ...records[5], ...stamp, id: undefined }],
    ['an id that is no GUID', { ...records[5], ...stamp, id: '../../x' }],
    ['a time that is none', { ...records[5], ...stamp, at: Number.NaN }],
    ['a time before all times', { ...records[5], ...stamp, at: -1 }],
    ['an unknown kind', { ...records[5], ...stamp, kind: 'toString' }],
    ['more than it should', { ...records[5], ...stamp, __extra: 1 }],
    ['a digest that is none', { ...records[2], ...stamp, outputDigest: 'A'.repeat(64) }],
    ['an unknown classification', { ...records[6], ...stamp, classification: 'constructor' }],
    ['null', null],
    ['a list', []],
  ])('is not believed with %s', (_, value) => {
    expect(isJournalEntry(value)).toBe(false);
  });
});

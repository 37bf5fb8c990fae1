import { expect, it } from 'vitest';
import { isJournalEntry } from '../../../../src/services/response/journal/journalEntry.ts';
import { statusRecords } from '../../../../src/services/response/status/statusRecords.ts';
import type { StatusResult } from '../../../../src/services/response/status/statusChange.ts';
import { aMemberEntity, anAlert, aServiceIncident, noon, virtualMachine } from '../../../builders/alert.ts';
import { aStoreState } from '../../../builders/storeState.ts';

const member = anAlert({ called: 'member' });
const incident = aServiceIncident('incident', [aMemberEntity([member.systemAlertId])]);
const alone = anAlert({ called: 'alone', on: [virtualMachine('x')] });
const { correlation } = aStoreState([{ alerts: [member, incident, alone] }]);

const result = (wish: Partial<StatusResult>): StatusResult => ({
  alert: alone,
  action: 'dismiss',
  before: 'Active',
  outcome: { kind: 'changed' },
  ...wish,
});

it('writes one entry for an incident with its members, and one for an alert that is in none', () => {
  const results = [result({ alert: incident }), result({ alert: member }), result({})];
  const records = statusRecords({ action: 'dismiss', reason: 'Security test', results }, correlation);
  expect(records).toMatchObject([
    {
      incidentId: incident.key,
      reason: 'Security test',
      results: [
        { alertKey: incident.key, outcome: 'changed' },
        { alertKey: member.key, outcome: 'changed' },
      ],
    },
    { incidentId: alone.key, alertKey: alone.key, results: [{ alertKey: alone.key }] },
  ]);
  const entries = records.map((record) => ({
    ...record,
    id: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
    at: noon,
    by: 'ada',
  }));
  expect(entries.every(isJournalEntry)).toBe(true);
});

it('says of each alert what became of it, and nothing of those that had the status already', () => {
  const failure = { kind: 'offline' } as const;
  const outcomes = [
    { kind: 'failed', failure },
    { kind: 'notTried', failure },
    { kind: 'inDoubt', failure },
    { kind: 'cancelled' },
    { kind: 'unchanged' },
  ] as const;
  const [record] = statusRecords(
    { action: 'dismiss', results: outcomes.map((outcome) => result({ outcome })) },
    correlation,
  );
  expect(record).toMatchObject({
    results: [
      { outcome: 'failed', why: 'offline' },
      { outcome: 'failed', why: 'offline' },
      { outcome: 'unknown', why: 'offline' },
      { outcome: 'cancelled' },
    ],
  });
  expect(
    statusRecords({ action: 'dismiss', results: [result({ outcome: { kind: 'unchanged' } })] }, correlation),
  ).toEqual([]);
});

it('says of an undo that it gave the earlier status back, by what was done to each alert', () => {
  const results = [result({ action: 'activate' }), result({ action: 'resolve', alert: member })];
  const records = statusRecords({ action: 'undo', results }, correlation);
  expect(records).toMatchObject([
    { action: 'activate', reason: 'The earlier status was given back.' },
    { action: 'resolve', incidentId: incident.key },
  ]);
});

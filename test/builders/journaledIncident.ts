import type { JournalEntry } from '../../src/services/response/journal/journalEntry.ts';
import { hour, minute, noon } from './alert.ts';
import { journalEntry } from './journalEntry.ts';

const blockStep = { id: 'brute-force', step: 'block-address', title: 'Block the attacking address' };

/** What two people did about an incident in an afternoon; all texts that people and tools wrote hold `text`, if any. */
export function aJournal(alertKey: string, text = ''): readonly JournalEntry[] {
  const incidentId = 'i1';
  const step = { incidentId, alertKey, runbook: text === '' ? blockStep : { ...blockStep, title: text } };
  const command = `az network nsg rule create --name=deny-203.0.113.7 --access=Deny${text}`;
  const told = (number: number, by = 'ada'): { number: number; at: number; by: string } => ({
    number,
    at: noon + hour + number * minute,
    by,
  });
  return [
    journalEntry({ incidentId, kind: 'owner', owner: `Ada${text}` }, told(1)),
    journalEntry(
      { incidentId, kind: 'note', text: `The address belongs to nobody we know.\nAsked the network team.${text}` },
      told(2),
    ),
    journalEntry({ ...step, kind: 'commandStarted', command }, told(3)),
    journalEntry(
      {
        ...step,
        kind: 'commandEnded',
        command,
        exitCode: 0,
        cancelled: false,
        durationMs: 3_400,
        outputDigest: 'a'.repeat(64),
        output: `{\n  "access": "Deny",\n  "priority": 100\n}${text}`,
      },
      told(4),
    ),
    journalEntry({ ...step, kind: 'verification', outcome: 'holds', expected: `Deny${text}` }, told(5)),
    journalEntry(
      { ...step, kind: 'verification', outcome: 'differs', expected: 'Deny', found: `Allow${text}` },
      told(6),
    ),
    journalEntry(
      {
        incidentId,
        alertKey,
        kind: 'stepState',
        state: 'skipped',
        reason: `No such machine.${text}`,
        runbook: { id: 'checklist', step: 's', title: 'Enforce rule' },
      },
      told(7, 'grace'),
    ),
    journalEntry(
      {
        incidentId,
        kind: 'statusChange',
        action: 'resolve',
        results: [
          { alertKey, outcome: 'changed' },
          { alertKey: `unknown${text}`, outcome: 'failed', why: `No permission${text}` },
        ],
      },
      told(8, 'grace'),
    ),
    journalEntry(
      { incidentId, kind: 'classification', classification: 'truePositive', reason: `Seen before.${text}` },
      told(9, 'grace'),
    ),
    journalEntry({ incidentId, kind: 'tags', tags: [`harbour${text}`, 'drill'] }, told(10)),
    journalEntry(
      { incidentId, kind: 'closeReason', open: [`Rotate keys${text}`], failing: [], reason: `Done by hand.${text}` },
      told(11),
    ),
  ];
}

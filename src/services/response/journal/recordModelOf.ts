import { displayLabel, displayText } from '../../../domain/displayText.ts';
import type { RecordEntry, RecordGroup, RecordModel } from '../../../protocol/recordModel.ts';
import { classificationLabels, describeEntry, type EntryNames } from './describeEntry.ts';
import { gapsText } from './gapsText.ts';
import { handlingOf } from './handling.ts';
import type { JournalReading } from './journal.ts';
import type { JournalEntry } from './journalEntry.ts';

/** Entries that a panel lists: with output of a tool each they come to a megabyte. */
const listed = 100;

const groups: Readonly<Record<JournalEntry['kind'], RecordGroup>> = {
  note: 'notes',
  stepState: 'steps',
  commandStarted: 'steps',
  commandEnded: 'steps',
  verification: 'steps',
  statusChange: 'status',
  closeReason: 'status',
  undo: 'status',
  classification: 'handling',
  owner: 'handling',
  tags: 'handling',
};

/** What the panel of an incident shows of its journal. */
export function recordModelOf({ entries, missing }: JournalReading, names: EntryNames): RecordModel {
  const { classification, owner, tags } = handlingOf(entries);
  const shown = withoutEndedStarts(entries).toReversed();
  return {
    tags: tags.map((tag) => displayLabel(tag)),
    entries: shown.slice(0, listed).map((entry) => recordEntry(entry, names, entries)),
    left: Math.max(0, shown.length - listed),
    notices: gapsText(missing).map((text) => ({ tone: 'warning', text })),
    ...(classification === undefined
      ? {}
      : {
          classification: {
            label: classificationLabels[classification.value],
            reason: displayLabel(classification.reason, 500),
            by: displayLabel(classification.by),
            at: classification.at,
          },
        }),
    ...(owner === undefined ? {} : { owner: displayLabel(owner.value) }),
  };
}

/** A start whose end is there says nothing more. */
function withoutEndedStarts(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const ended = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind === 'commandEnded') ended.set(runOf(entry), Math.max(entry.at, ended.get(runOf(entry)) ?? 0));
  }
  return entries.filter((entry) => entry.kind !== 'commandStarted' || (ended.get(runOf(entry)) ?? -1) < entry.at);
}

function runOf({ alertKey, command, runbook }: Extract<JournalEntry, { command: string }>): string {
  return [alertKey, runbook?.id, runbook?.step, command].join('\n');
}

function recordEntry(entry: JournalEntry, names: EntryNames, all: readonly JournalEntry[]): RecordEntry {
  const { at, by, id, kind } = entry;
  return {
    entryId: id,
    group: groups[kind],
    at,
    by: displayLabel(by),
    ...describeEntry(entry, names, all),
    ...('command' in entry ? { command: displayText(entry.command) } : {}),
    ...(entry.kind === 'commandEnded' ? { digest: entry.outputDigest } : {}),
    ...(entry.kind === 'commandEnded' && entry.output !== '' ? { output: displayText(entry.output) } : {}),
  };
}

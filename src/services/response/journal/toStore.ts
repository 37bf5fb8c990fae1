import type { JournalEntry } from './journalEntry.ts';
import { keepEnds } from './keepEnds.ts';
import { redactOutput, redactWords } from './redact.ts';

/** Longest entry as JSON, in UTF-16 units, so that a line has at most 60,000 bytes and is written at once. */
const entryLimit = 20_000;

/** What is kept of a tool's output: how it began, and more of how it ended, where errors stand. UTF-16 units. */
const outputHead = 3_000;
const outputTail = 9_000;

/** Longest command that is kept whole, in UTF-16 units. */
const commandLimit = 4_000;

/** Output is cut to this before it is searched for secrets: a megabyte takes a tenth of a second. UTF-16 units. */
const searched = 500_000;

/** Alerts of one entry: a change of status of more of them becomes several entries. */
const resultsAtOnce = 20;

/**
 * An entry as it is stored: without secrets, and short enough for a line. A change of status of many alerts becomes
 * several entries, each true by itself, since a line that is too long to be written at once could be lost in part.
 * Undefined when an entry cannot be made to fit.
 */
export function toStore(entry: JournalEntry): readonly JournalEntry[] | undefined {
  const entries = parts(entry).map(fitted);
  return entries.every((each) => each !== undefined) ? entries : undefined;
}

function parts(entry: JournalEntry): readonly JournalEntry[] {
  switch (entry.kind) {
    case 'commandStarted':
      return [{ ...entry, command: withoutSecrets(entry.command, commandLimit) }];
    case 'commandEnded':
      return [
        {
          ...entry,
          command: withoutSecrets(entry.command, commandLimit),
          output: keepEnds(redactOutput(keepEnds(entry.output, searched, searched)), outputHead, outputTail),
        },
      ];
    case 'statusChange': {
      const chunks = Math.max(1, Math.ceil(entry.results.length / resultsAtOnce));
      return Array.from({ length: chunks }, (_, index) => ({
        ...entry,
        ...redactedReason(entry),
        id: partId(entry.id, index),
        results: entry.results.slice(index * resultsAtOnce, (index + 1) * resultsAtOnce),
      }));
    }
    case 'verification':
      return [
        {
          ...entry,
          expected: withoutSecrets(entry.expected, commandLimit),
          ...(entry.found === undefined ? {} : { found: withoutSecrets(entry.found, commandLimit) }),
        },
      ];
    case 'stepState':
      return [{ ...entry, ...redactedReason(entry) }];
    case 'note':
      return [{ ...entry, text: redactWords(entry.text) }];
    case 'classification':
    case 'closeReason':
      return [{ ...entry, reason: redactWords(entry.reason) }];
    default:
      return [entry];
  }
}

function redactedReason({ reason }: { readonly reason?: string }): { readonly reason?: string } {
  return reason === undefined ? {} : { reason: redactWords(reason) };
}

function withoutSecrets(text: string, limit: number): string {
  return keepEnds(redactOutput(keepEnds(text, searched, 0)), limit, 0);
}

/** Marks and controls take more room as JSON than they have as text; then less of the output is kept. */
function fitted(entry: JournalEntry): JournalEntry | undefined {
  const excess = JSON.stringify(entry).length - entryLimit;
  if (excess <= 0) return entry;
  if (entry.kind !== 'commandEnded' || entry.output.length < 100) return undefined;
  const half = Math.floor(entry.output.length / 4);
  return fitted({ ...entry, output: keepEnds(entry.output, half, half) });
}

/** The id of a further entry that one becomes: derived, so that who appends twice says the same twice. */
function partId(id: string, index: number): string {
  if (index === 0) return id;
  const last = (Number.parseInt(id.slice(-6), 16) + index) % 0x100_0000;
  return id.slice(0, -6) + last.toString(16).padStart(6, '0');
}

import type { AlertKey } from '../../../domain/alert.ts';
import type { IncidentId } from '../../../domain/incident.ts';
import {
  array,
  boolean,
  finite,
  object,
  oneOf,
  shortString,
  string,
  union,
  type Guard,
} from '../../../protocol/schema.ts';
import type { StatusAction } from '../../../domain/statusAction.ts';

/** One thing that was done about an incident: who, when, what. Texts are whatever people and tools wrote. */
export type JournalEntry = {
  /** Random, lower-case GUID: copies of an entry are one entry. */
  readonly id: string;
  /** Epoch milliseconds UTC. */
  readonly at: number;
  /** The account or operating-system user who did it. */
  readonly by: string;
} & JournalRecord;

/** An entry without who and when. */
export type JournalRecord = JournalSubject & JournalEvent;

/** What an entry is about. */
interface JournalSubject {
  /** The incident by the id that it had then; the alert's key where an alert is in no incident. */
  readonly incidentId: IncidentId;
  readonly alertKey?: AlertKey;
  readonly runbook?: JournalStep;
}

/** A step of a runbook, or of an alert's own checklist. */
interface JournalStep {
  /** The runbook's id; `checklist` for the steps that the service sent with an alert. */
  readonly id: string;
  readonly step: string;
  /** The step in words: a report is read when the runbook is another one already. */
  readonly title?: string;
  /** Its undo or its what-if was run; absent for the step itself. */
  readonly part?: 'undo' | 'whatIf';
}

export type JournalEvent =
  /** A person said how a step stands. */
  | { readonly kind: 'stepState'; readonly state: 'toDo' | 'done' | 'skipped'; readonly reason?: string }
  | { readonly kind: 'commandStarted'; readonly command: string }
  | CommandEnded
  | {
      readonly kind: 'verification';
      /** `unknown`: the resource could not be read. */
      readonly outcome: 'holds' | 'differs' | 'unknown';
      readonly expected: string;
      readonly found?: string;
    }
  | {
      readonly kind: 'statusChange';
      readonly action: StatusAction;
      readonly reason?: string;
      readonly results: readonly StatusChangeResult[];
    }
  | { readonly kind: 'note'; readonly text: string }
  /** Without a classification it is taken back. */
  | { readonly kind: 'classification'; readonly classification?: Classification; readonly reason: string }
  /** Without an owner nobody owns it. */
  | { readonly kind: 'owner'; readonly owner?: string }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  /** The incident was closed although steps were open or verifications failed; both are named by their titles. */
  | {
      readonly kind: 'closeReason';
      readonly open: readonly string[];
      readonly failing: readonly string[];
      readonly reason: string;
    }
  /** What the entry with that id did was undone. */
  | { readonly kind: 'undo'; readonly of: string };

interface CommandEnded {
  readonly kind: 'commandEnded';
  /** As it was shown to the person who ran it. */
  readonly command: string;
  /** Absent when the tool could not be started or was ended by a signal. */
  readonly exitCode?: number;
  readonly cancelled: boolean;
  readonly durationMs: number;
  /** SHA-256 of the whole output as the tool wrote it, lower-case hexadecimal. */
  readonly outputDigest: string;
  /** What is kept of the output. The journal redacts and shortens it; whoever appends may pass it as it came. */
  readonly output: string;
}

const statusChangeOutcomes = ['changed', 'failed', 'cancelled', 'unknown'] as const;

type StatusChangeOutcome = (typeof statusChangeOutcomes)[number];

/** What became of one alert in a change of status. */
interface StatusChangeResult {
  readonly alertKey: AlertKey;
  /** `unknown`: sent, and the answer was lost. */
  readonly outcome: StatusChangeOutcome;
  /** Why not, in the product's own words. */
  readonly why?: string;
}

export const classifications = ['truePositive', 'benign', 'falsePositive'] as const;

/** `benign`: real, and expected or harmless. */
export type Classification = (typeof classifications)[number];

const guid: Guard<string> = (value): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);
const digest: Guard<string> = (value): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const moment: Guard<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const required = { id: guid, at: moment, by: string, incidentId: shortString(4_000) };
const optional = {
  alertKey: string,
  runbook: object({ id: string, step: string }, { title: string, part: oneOf('undo', 'whatIf') }),
};

const result: Guard<StatusChangeResult> = object(
  { alertKey: string, outcome: oneOf(...statusChangeOutcomes) },
  { why: string },
);

/** True for an entry as this version writes it; what a file says is not believed before. */
export const isJournalEntry: Guard<JournalEntry> = union(
  object(
    { ...required, kind: oneOf('stepState'), state: oneOf('toDo', 'done', 'skipped') },
    { ...optional, reason: string },
  ),
  object({ ...required, kind: oneOf('commandStarted'), command: string }, optional),
  object(
    {
      ...required,
      kind: oneOf('commandEnded'),
      command: string,
      cancelled: boolean,
      durationMs: finite,
      outputDigest: digest,
      output: string,
    },
    { ...optional, exitCode: finite },
  ),
  object(
    { ...required, kind: oneOf('verification'), outcome: oneOf('holds', 'differs', 'unknown'), expected: string },
    { ...optional, found: string },
  ),
  object(
    {
      ...required,
      kind: oneOf('statusChange'),
      action: oneOf('activate', 'dismiss', 'resolve', 'inProgress'),
      results: array(result),
    },
    { ...optional, reason: string },
  ),
  object({ ...required, kind: oneOf('note'), text: string }, optional),
  object(
    { ...required, kind: oneOf('classification'), reason: string },
    { ...optional, classification: oneOf(...classifications) },
  ),
  object({ ...required, kind: oneOf('owner') }, { ...optional, owner: string }),
  object({ ...required, kind: oneOf('tags'), tags: array(string) }, optional),
  object(
    { ...required, kind: oneOf('closeReason'), open: array(string), failing: array(string), reason: string },
    optional,
  ),
  object({ ...required, kind: oneOf('undo'), of: guid }, optional),
);

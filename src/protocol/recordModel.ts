import { noticeModel } from './noticeModel.ts';
import { array, finite, object, oneOf, string, type Guarded } from './schema.ts';

export const recordGroups = ['notes', 'steps', 'status', 'handling'] as const;
export type RecordGroup = (typeof recordGroups)[number];

/** One thing that was done about the incident. Times are epoch milliseconds; all texts are display text. */
const recordEntry = object(
  {
    entryId: string,
    group: oneOf(...recordGroups),
    at: finite,
    by: string,
    what: string,
    details: array(string),
  },
  {
    outcome: object({ text: string, tone: oneOf('good', 'bad', 'plain') }),
    /** What a person wrote. */
    words: string,
    command: string,
    /** Redacted and shortened. */
    output: string,
    /** SHA-256 of the whole output. */
    digest: string,
  },
);
export type RecordEntry = Guarded<typeof recordEntry>;

/** What is kept on this machine about the incident: how it is handled, and what was done. */
export const recordModel = object(
  {
    tags: array(string),
    /** The newest first. */
    entries: array(recordEntry),
    /** Older entries that are not listed. */
    left: finite,
    notices: array(noticeModel),
  },
  {
    classification: object({ label: string, reason: string, by: string, at: finite }),
    owner: string,
  },
);
export type RecordModel = Guarded<typeof recordModel>;

/** What a person can do from the record; the host asks for the rest. */
export const recordActions = [
  'addNote',
  'classifyIncident',
  'assignIncident',
  'tagIncident',
  'exportIncident',
] as const;

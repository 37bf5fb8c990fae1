import type { Classification, JournalEntry } from './journalEntry.ts';

/** What people decided about an incident, for themselves: Azure does not know of it. */
export interface Handling {
  readonly classification?: Decided<Classification> & { readonly reason: string };
  readonly owner?: Decided<string>;
  readonly tags: readonly string[];
}

interface Decided<T> {
  readonly value: T;
  readonly by: string;
  /** Epoch milliseconds UTC. */
  readonly at: number;
}

/** Kinds of entries of which only the last one counts. */
export type HandlingKind = 'classification' | 'owner' | 'tags';

/** Longest note, in UTF-16 units: a page. */
export const noteLimit = 4_000;

/** Longest name of an owner and of a tag, and most tags. */
export const ownerLimit = 100;
export const tagLimit = 40;
export const tagsLimit = 20;

/**
 * What a journal comes to: of each kind the last entry that was not undone. The entries are in the order of their
 * times, which is the same in every window, so that all agree on which one is the last.
 */
export function handlingOf(entries: readonly JournalEntry[]): Handling {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.of] : [])));
  let handling: Handling = { tags: [] };
  for (const entry of entries) if (!undone.has(entry.id)) handling = after(handling, entry);
  return handling;
}

/** The time of the last entry of a kind: a newer decision must be later, even where a clock is behind. */
export function lastOfKind(entries: readonly JournalEntry[], kind: HandlingKind): number {
  return entries.reduce((latest, entry) => (entry.kind === kind ? Math.max(latest, entry.at) : latest), 0);
}

/** Tags as a person writes them, parted by commas: each once, without what surrounds them. */
export function readTags(text: string): readonly string[] {
  const tags = text.split(',').map((tag) => tag.trim().replaceAll(/\s+/g, ' ').slice(0, tagLimit));
  const byName = new Map(tags.filter((tag) => tag !== '').map((tag) => [tag.toLowerCase(), tag]));
  return [...byName.values()].slice(0, tagsLimit);
}

function after(handling: Handling, entry: JournalEntry): Handling {
  const { by, at } = entry;
  switch (entry.kind) {
    case 'classification': {
      const { classification: _before, ...rest } = handling;
      if (entry.classification === undefined) return rest;
      return { ...rest, classification: { value: entry.classification, reason: entry.reason, by, at } };
    }
    case 'owner': {
      const { owner: _before, ...rest } = handling;
      return entry.owner === undefined ? rest : { ...rest, owner: { value: entry.owner, by, at } };
    }
    case 'tags':
      return { ...handling, tags: entry.tags };
    default:
      return handling;
  }
}

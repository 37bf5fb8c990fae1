import type { Json } from '../../domain/json.ts';
import { isJsonObject, ownString } from '../../domain/json.ts';
import type { AlertListing, Cancellation } from '../../services/ports.ts';
import type { Arm } from '../arm.ts';
import { FailureError, unexpected } from '../failureError.ts';
import { rowsAtOnce } from '../listAlerts.ts';
import { ListingDraft } from '../listingDraft.ts';
import { ownTurn } from '../ownTurn.ts';
import type { WordPool } from '../wire/wordPool.ts';
import { askGraph, mostRows } from './askGraph.ts';
import type { CensusEntry } from './census.ts';
import { alertsQuery } from './graphQueries.ts';
import type { GraphPage } from './graphPage.ts';
import { graphRowToArmAlert } from './graphRowToArmAlert.ts';

/** Subscriptions of one tenant whose alerts are read by one query. */
export interface Pack {
  readonly tenantId: string;
  readonly members: readonly CensusEntry[];
}

/** A member of a pack of which every alert was read. */
interface PackReading {
  readonly entry: CensusEntry;
  readonly listing: AlertListing;
}

export interface PackOptions {
  readonly cancellation: Cancellation;
  readonly words: WordPool;
  /** Hears how many alerts of each subscription were read, while more pages follow. */
  readonly arriving: (subscriptionId: string, alertsSoFar: number) => void;
}

/** Below this, a page that is still too large is no matter of its rows. */
const fewestRows = 25;

/**
 * The alerts of the members of which every alert was read. One that has fewer than the census
 * counted is left out: rows may get lost between pages when alerts come and go.
 *
 * @throws FailureError LostRows when the query gave fewer rows than it said, or as `askGraph`.
 */
export async function readPack(arm: Arm, pack: Pack, options: PackOptions): Promise<readonly PackReading[]> {
  for (let top = mostRows; ; top = Math.floor(top / 2)) {
    try {
      return await readWithPagesOf(top, arm, pack, options);
    } catch (error) {
      if (!isTooLarge(error) || top / 2 < fewestRows) throw error;
    }
  }
}

/** The service sends at most 16 MB, and this room reads no more than its own cap. */
function isTooLarge(error: unknown): boolean {
  if (!(error instanceof FailureError)) return false;
  const { failure } = error;
  return failure.kind === 'tooLarge' || (failure.kind === 'unexpected' && failure.code === 'ResponsePayloadTooLarge');
}

async function readWithPagesOf(
  top: number,
  arm: Arm,
  { tenantId, members }: Pack,
  { cancellation, words, arriving }: PackOptions,
): Promise<readonly PackReading[]> {
  const { keepRows = false } = arm;
  const drafts = new Map(
    members.map(({ subscriptionId }) => [
      subscriptionId,
      new ListingDraft({ source: { subscriptionId, tenantId }, words, keepRows }),
    ]),
  );
  const subscriptionIds = [...drafts.keys()];
  const tally = new Tally();
  for await (const page of askGraph(arm, { tenantId, query: alertsQuery, subscriptionIds, top }, cancellation)) {
    for (const [index, row] of page.rows.entries()) {
      // Answers that come quickly, and pages that are large, must not keep VS Code from everything else.
      if (index % rowsAtOnce === 0) await ownTurn();
      if (tally.isNew(row)) drafts.get(subscriptionOf(row))?.add(graphRowToArmAlert(row));
    }
    tally.close(page);
    if (page.skipToken === undefined) continue;
    for (const [subscriptionId, { count }] of drafts) if (count > 0) arriving(subscriptionId, count);
  }
  tally.check();
  return members.flatMap((entry) => {
    const draft = drafts.get(entry.subscriptionId);
    if (draft === undefined || draft.rowCount < entry.alerts) return [];
    return { entry, listing: draft.finish(tally.pages, 'graph') };
  });
}

function subscriptionOf(row: Json): string {
  return (isJsonObject(row) ? (ownString(row, 'subscriptionId') ?? '') : '').toLowerCase();
}

/** Holds what was read against what the answer said that there is. */
class Tally {
  readonly #ids = new Set<string>();
  #rows = 0;
  /** The smallest of all pages: alerts that went away meanwhile are not missing. */
  #promised = Number.POSITIVE_INFINITY;
  #pages = 0;

  get pages(): number {
    return this.#pages;
  }

  /** False for a row that an earlier page had as well. A row without an id is always new. */
  isNew(row: Json): boolean {
    const id = isJsonObject(row) ? ownString(row, 'id')?.toLowerCase() : undefined;
    if (id !== undefined && this.#ids.has(id)) return false;
    if (id !== undefined) this.#ids.add(id);
    this.#rows += 1;
    return true;
  }

  close({ totalRecords }: GraphPage): void {
    this.#pages += 1;
    this.#promised = Math.min(this.#promised, totalRecords);
  }

  check(): void {
    if (this.#rows < this.#promised) throw unexpected('LostRows');
  }
}

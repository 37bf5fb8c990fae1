import type { Alert, AlertKey } from '../domain/alert.ts';
import type { Json } from '../domain/json.ts';
import type { AlertListing, AlertSourceName, SkippedRow } from '../services/ports.ts';
import type { AlertSource } from './mapAlert.ts';
import { isSkippedRow, mapAlert } from './mapAlert.ts';
import type { WordPool } from './wire/wordPool.ts';

export interface ListingDraftOptions {
  readonly source: AlertSource;
  /** Shares repeated texts among alerts. */
  readonly words: WordPool;
  readonly keepRows: boolean;
}

/** The listing of one subscription while its rows arrive. */
export class ListingDraft {
  readonly #options: ListingDraftOptions;
  readonly #alerts: Alert[] = [];
  readonly #skipped: SkippedRow[] = [];
  readonly #rows: Json[] = [];
  readonly #keys = new Set<AlertKey>();
  #rowCount = 0;

  constructor(options: ListingDraftOptions) {
    this.#options = options;
  }

  /** How many alerts were read so far. */
  get count(): number {
    return this.#alerts.length;
  }

  /** Rows of any kind. */
  get rowCount(): number {
    return this.#rowCount;
  }

  /**
   * An alert that comes again is the same alert: pages shift when alerts are added while they are read.
   *
   * @param row in the form of the alerts API.
   */
  add(row: Json): void {
    const { source, words, keepRows } = this.#options;
    const mapped = mapAlert(row, source, this.#rowCount, words);
    this.#rowCount += 1;
    if (isSkippedRow(mapped)) {
      this.#skipped.push(mapped);
      return;
    }
    if (this.#keys.has(mapped.key)) return;
    this.#keys.add(mapped.key);
    this.#alerts.push(mapped);
    if (keepRows) this.#rows.push(row);
  }

  /** For when every row has arrived. */
  finish(pages: number, source: AlertSourceName): AlertListing {
    const kept = this.#options.keepRows ? { rows: this.#rows } : {};
    return { alerts: this.#alerts, skipped: this.#skipped, pages, source, ...kept };
  }
}

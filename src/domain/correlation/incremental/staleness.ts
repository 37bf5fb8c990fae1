import type { LiveAlert } from './liveEpisode.ts';

const day = 24 * 60 * 60_000;

/** Statistics are learnt anew when this share of the alerts has come or gone since. */
const shareOfChange = 0.1;

/** Says when what was learnt no longer fits the alerts that are held. */
export class Staleness {
  readonly #size: number;
  readonly #evidence: number;
  readonly #lastDay: number;
  #changes = 0;
  #isLaterDay = false;
  #namesChanged = false;

  /**
   * @param rows what was learnt from.
   * @param evidence how many pieces of evidence were known then.
   */
  constructor(rows: readonly Pick<LiveAlert['row'], 'start'>[], evidence: number) {
    this.#size = rows.length;
    this.#evidence = evidence;
    this.#lastDay = rows.reduce((last, { start }) => Math.max(last, dayOf(start)), -Infinity);
  }

  get isStale(): boolean {
    return this.#isLaterDay || this.#namesChanged || this.#changes > shareOfChange * this.#size;
  }

  note(added: ReadonlySet<LiveAlert>, removed: ReadonlySet<LiveAlert>): void {
    this.#changes += Math.max(added.size, removed.size);
    for (const { row } of added) {
      // A day of the alerts themselves has closed: what is seen daily can be told from what was seen once.
      if (dayOf(row.start) > this.#lastDay) this.#isLaterDay = true;
      // A machine or an account that was not known goes by two names, and nobody takes them for one yet.
      if (row.aliases.some((evidence) => evidence >= this.#evidence)) this.#namesChanged = true;
    }
  }
}

/** -Infinity for an unknown time. */
function dayOf(time: number): number {
  return Number.isNaN(time) ? -Infinity : Math.floor(time / day);
}

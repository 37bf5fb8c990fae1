import type { AlertColumns } from '../alertTable.ts';
import type { Statistics } from '../correlateColumns.ts';
import type { CorrelationOptions } from '../correlationOptions.ts';
import type { BackgroundRates } from '../evidence/backgroundRates.ts';
import { alertColumns } from './liveColumns.ts';
import type { StopList } from '../tuning/stopList.ts';
import { stoppedEvidence } from '../tuning/stoppedEvidence.ts';

/**
 * What a full run learnt, kept for the alerts that come after it: of things that nobody had seen then, it says what is
 * expected of their kind.
 */
export class LearntStatistics implements Statistics {
  readonly rates: BackgroundRates;
  readonly lift: Statistics['lift'];
  /** For each piece of evidence the one that stands for all its names; of later ones it has none. */
  readonly canonical: Int32Array;
  /** What weighing looks names up in. */
  readonly names: AlertColumns;
  readonly #stopList: StopList;
  #perDay: Float64Array;
  #known: number;

  /** @param columns of the full run. */
  constructor({ rates, lift }: Statistics, columns: AlertColumns, options: CorrelationOptions) {
    this.canonical = columns.canonical;
    // Without the rows: they would be kept for as long as the statistics are.
    this.names = alertColumns(
      [],
      { evidence: columns.table, typeNames: columns.typeNames },
      { declarations: [], canonical: columns.canonical },
    );
    this.#stopList = options.stopList;
    this.#perDay = rates.perDay;
    this.#known = rates.perDay.length;
    this.lift = lift;
    const perDay = (): Float64Array => this.#perDay;
    this.rates = {
      get perDay() {
        return perDay();
      },
      novelty: (evidence, type) => rates.novelty(evidence, type),
      unseen: (kind) => rates.unseen(kind),
    };
  }

  /** Makes rates for all that the table holds by now. */
  follow(): void {
    const { table } = this.names;
    if (table.size === this.#known) return;
    if (table.size > this.#perDay.length) {
      const longer = new Float64Array(Math.max(1024, 2 * table.size));
      longer.set(this.#perDay);
      this.#perDay = longer;
    }
    for (let evidence = this.#known; evidence < table.size; evidence += 1) {
      this.#perDay[evidence] = this.rates.unseen(table.kind(evidence));
    }
    for (const evidence of stoppedEvidence({ table, canonical: this.canonical }, this.#stopList, this.#known)) {
      this.#perDay[evidence] = Infinity;
    }
    this.#known = table.size;
  }
}

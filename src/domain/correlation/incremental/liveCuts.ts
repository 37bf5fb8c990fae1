import type { AlertKey } from '../../alert.ts';
import type { Corrections } from '../corrections/corrections.ts';
import { rowConstraints } from '../corrections/rowConstraints.ts';
import type { HeldAlerts } from './heldAlerts.ts';
import { compareRows, type LiveAlert } from './liveEpisode.ts';

/** Which alerts people took away from others, as alerts come and go: a separation holds while both its sides are there. */
export class LiveCuts {
  readonly #corrections: Corrections;
  readonly #named: ReadonlySet<AlertKey>;
  #cuts: ReadonlyMap<AlertKey, number> = new Map();

  constructor(corrections: Corrections) {
    this.#corrections = corrections;
    const { together, apart } = corrections;
    this.#named = new Set([...together.flat(), ...apart.flatMap(({ away, stayed }) => [...away, ...stayed])]);
  }

  of(key: AlertKey): number {
    return this.#cuts.get(key) ?? 0;
  }

  /**
   * Works the cuts out anew when an alert came or left that a person named.
   *
   * @returns alerts whose cut is another one now.
   */
  follow(held: HeldAlerts, changed: Iterable<LiveAlert>): readonly LiveAlert[] {
    if (this.#named.size === 0) return [];
    if (![...changed].some(({ row }) => this.#named.has(row.key))) return [];
    const alerts = [...this.#named].flatMap((key) => held.get(key) ?? []).sort((a, b) => compareRows(a.row, b.row));
    const rowOf = new Map(alerts.map(({ row }, index) => [row.key, index]));
    const { cuts } = rowConstraints(this.#corrections, rowOf);
    this.#cuts = new Map(alerts.map(({ row }, index) => [row.key, cuts.get(index) ?? 0]));
    return alerts.filter(({ row, cut }) => cut !== this.of(row.key));
  }
}

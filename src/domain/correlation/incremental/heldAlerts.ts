import type { AlertKey } from '../../alert.ts';
import { declarationOf } from '../alertTable.ts';
import type { CorrelationFacts } from '../evidence/correlationFacts.ts';
import { processedAt, RowReader } from '../rowReader.ts';
import { declaresIncident } from '../serviceIncident.ts';
import { Declarations } from './declarations.ts';
import type { LiveAlert, LiveRow } from './liveEpisode.ts';

/** What one batch of deliveries comes to. */
export interface HeldChange {
  readonly added: Set<LiveAlert>;
  readonly removed: Set<LiveAlert>;
  /** Keys of declarations that are new, gone or other than before. */
  readonly declared: Set<AlertKey>;
}

/** What an alert is to the engine, by its row. */
export type Placing = (row: LiveRow) => Pick<LiveAlert, 'evidence' | 'cut'>;

/** The alerts that are held: the delivery that was processed last stands for each, as in `AlertTable`. */
export class HeldAlerts {
  readonly reader = new RowReader({
    evidence: { fill: (number) => this.#evidence.add(number) },
    aliases: { fill: (number) => this.#aliases.push(number) },
  });
  readonly declarations = new Declarations();
  readonly #alerts = new Map<AlertKey, LiveAlert>();
  /** What the alert that is read at this moment names. */
  readonly #evidence = new Set<number>();
  readonly #aliases: number[] = [];

  get size(): number {
    return this.#alerts.size;
  }

  get(key: AlertKey): LiveAlert | undefined {
    return this.#alerts.get(key);
  }

  all(): Iterable<LiveAlert> {
    return this.#alerts.values();
  }

  apply(added: Iterable<CorrelationFacts>, removed: Iterable<AlertKey>, placing: Placing): HeldChange {
    const change: HeldChange = { added: new Set(), removed: new Set(), declared: new Set() };
    for (const key of removed) {
      this.#drop(key, change);
      this.#undeclare(key, change);
    }
    for (const facts of added) this.#deliver(facts, placing, change);
    return change;
  }

  /** Everything once more, under other statistics. */
  renew(placing: Placing): void {
    for (const [key, { row }] of this.#alerts) this.#alerts.set(key, { row, ...placing(row) });
  }

  /** One alert once more, since people decided otherwise about it. */
  replace({ row }: LiveAlert, placing: Placing, change: HeldChange): void {
    this.#drop(row.key, change);
    this.#hold(row, placing, change);
  }

  #deliver(facts: CorrelationFacts, placing: Placing, change: HeldChange): void {
    const { key } = facts;
    const processed = processedAt(facts);
    const held = this.#alerts.get(key);
    const known = held?.row ?? this.declarations.get(key);
    if (known !== undefined && known.processed > processed) return;
    if (declaresIncident(facts)) {
      this.#drop(key, change);
      this.declarations.set({ ...declarationOf(facts), processed });
      change.declared.add(key);
      return;
    }
    this.#undeclare(key, change);
    const row = this.#read(facts);
    if (held !== undefined && saysTheSame(held.row, row)) {
      held.row = row;
      return;
    }
    this.#drop(key, change);
    this.#hold(row, placing, change);
  }

  #read(facts: CorrelationFacts): LiveRow {
    this.#evidence.clear();
    this.#aliases.length = 0;
    this.reader.collect(facts);
    return {
      ...this.reader.row(facts),
      evidence: [...this.#evidence],
      // One list for the many alerts that name none.
      aliases: this.#aliases.length === 0 ? noAliases : [...this.#aliases],
    };
  }

  #hold(row: LiveRow, placing: Placing, { added }: HeldChange): void {
    const alert: LiveAlert = { row, ...placing(row) };
    this.#alerts.set(row.key, alert);
    added.add(alert);
  }

  #drop(key: AlertKey, { added, removed }: HeldChange): void {
    const alert = this.#alerts.get(key);
    if (alert === undefined) return;
    this.#alerts.delete(key);
    // What came in this batch already was never folded.
    if (!added.delete(alert)) removed.add(alert);
  }

  #undeclare(key: AlertKey, { declared }: HeldChange): void {
    if (this.declarations.delete(key) !== undefined) declared.add(key);
  }
}

const noAliases: readonly number[] = [];

function saysTheSame(a: LiveRow, b: LiveRow): boolean {
  return (
    a.id === b.id &&
    Object.is(a.start, b.start) &&
    Object.is(a.end, b.end) &&
    a.type === b.type &&
    a.tenant === b.tenant &&
    a.severity === b.severity &&
    a.bands === b.bands &&
    sameNumbers(a.evidence, b.evidence) &&
    sameNumbers(a.aliases, b.aliases)
  );
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, index) => number === b[index]);
}

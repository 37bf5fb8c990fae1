import type { ActivityColumns } from './columns/activityColumns.ts';
import type { Severity } from '../severity.ts';
import { AlertRows, type PositionOf } from './alertRows.ts';
import { gatherBytes, gatherFloats, gatherInts, gatherTexts } from './columns/gather.ts';
import { IntColumn } from './columns/growingColumn.ts';
import type { CorrelationFacts } from './evidence/correlationFacts.ts';
import type { EvidenceTable } from './evidence/evidenceTable.ts';
import { processedAt, RowReader } from './rowReader.ts';
import { declaredMembers, declaresIncident } from './serviceIncident.ts';

/** Alerts as columns: what correlation computes with, in numbers. Rows are chronological, those without a time last. */
export interface AlertColumns extends ActivityColumns {
  readonly keys: readonly string[];
  /** The ids as the service sent them. */
  readonly ids: readonly string[];
  /** Rows by the alerts' keys. */
  readonly rowOf: PositionOf;
  readonly table: EvidenceTable;
  /** For each piece of evidence in the table the one that stands for all its names. */
  readonly canonical: Int32Array;
  readonly typeNames: readonly string[];
  /** The service's own incidents, by key; not among the rows. */
  readonly declarations: readonly Declaration[];
}

/** An incident that the service declared, as far as correlation needs it. */
export interface Declaration {
  readonly key: string;
  readonly title: string;
  readonly severity: Severity;
  /** Keys of the alerts that it names, whether they are in the list or not. */
  readonly members: readonly string[];
}

/**
 * Collects alerts one by one and keeps of each only what correlation needs. The delivery that was processed last stands
 * for an alert, so that neither order nor repeats change the result.
 */
export class AlertTable {
  readonly #rows = new AlertRows();
  readonly #declarations = new Map<string, Declaration & { readonly processed: number }>();
  readonly #reader = new RowReader(this.#rows);

  get size(): number {
    return this.#rows.size;
  }

  add(alert: CorrelationFacts): void {
    const { key } = alert;
    const processed = processedAt(alert);
    const known = this.#rows.processed(key) ?? this.#declarations.get(key)?.processed;
    if (known !== undefined && known > processed) return;
    if (declaresIncident(alert)) {
      this.#rows.takeBack(key);
      this.#declarations.set(key, { ...declarationOf(alert), processed });
      return;
    }
    this.#rows.evidence.begin();
    this.#rows.aliases.begin();
    this.#reader.collect(alert);
    this.#declarations.delete(key);
    this.#rows.put(this.#reader.row(alert));
  }

  /** Forgets an alert, whichever delivery of it was added. */
  remove(key: string): void {
    this.#rows.takeBack(key);
    this.#declarations.delete(key);
  }

  /** The columns of what was added so far. Adding more afterwards does not change them. */
  columns(): AlertColumns {
    const rows = this.#rows;
    const places = rows.chronological();
    const canonical = this.#reader.evidence.canonical(aliasesOf(rows, places));
    const typeNames = this.#reader.typeNames.toSorted();
    const typeByName = new Map(typeNames.map((name, type) => [name, type]));
    const types = Int32Array.from(this.#reader.typeNames, (name) => typeByName.get(name) ?? 0);
    return {
      size: places.length,
      keys: gatherTexts(rows.keys, places),
      ids: gatherTexts(rows.ids, places),
      rowOf: rows.positionsIn(places),
      start: gatherFloats(rows.start.view(), places),
      end: gatherFloats(rows.end.view(), places),
      // By name, so that numbers do not depend on the order of delivery.
      type: gatherInts(types, gatherInts(rows.type.view(), places)),
      tenant: gatherInts(rows.tenant.view(), places),
      severity: gatherBytes(rows.severity.view(), places),
      bands: gatherBytes(rows.bands.view(), places),
      ...evidenceOf(rows, places, canonical),
      table: this.#reader.evidence,
      canonical,
      typeNames,
      declarations: [...this.#declarations.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    };
  }
}

/** Pairs of evidence that mean the same thing, in one list. */
function aliasesOf({ aliases }: AlertRows, places: Int32Array): Int32Array {
  const list = new IntColumn();
  const { numbers } = aliases;
  for (const place of places) {
    const to = aliases.to(place);
    for (let at = aliases.from(place); at < to; at += 1) list.push(numbers[at] as number);
  }
  return list.view();
}

/** What each row names, under the number that stands for it, rising and without repeats. */
function evidenceOf(
  { evidence: lists }: AlertRows,
  places: Int32Array,
  canonical: Int32Array,
): Pick<AlertColumns, 'evidence' | 'evidenceFrom'> {
  const { numbers } = lists;
  const evidenceFrom = new Int32Array(places.length + 1);
  const evidence = new Int32Array(numbers.length);
  let size = 0;
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row] as number;
    const to = lists.to(place);
    const from = size;
    for (let at = lists.from(place); at < to; at += 1) {
      evidence[size] = canonical[numbers[at] as number] as number;
      size += 1;
    }
    size = sortDistinct(evidence, from, size);
    evidenceFrom[row + 1] = size;
  }
  return { evidenceFrom, evidence: evidence.slice(0, size) };
}

/** A list of a row that is longer than that is sorted by the library; shorter ones by insertion. */
const longList = 32;

/** Sorts a part of a column and drops repeats from it; gives where it ends then. */
function sortDistinct(column: Int32Array, from: number, to: number): number {
  if (to - from > longList) column.subarray(from, to).sort();
  let end = from;
  for (let at = from; at < to; at += 1) {
    const number = column[at] as number;
    let place = end;
    while (place > from && (column[place - 1] as number) > number) place -= 1;
    if (place > from && column[place - 1] === number) continue;
    for (let move = end; move > place; move -= 1) column[move] = column[move - 1] as number;
    column[place] = number;
    end += 1;
  }
  return end;
}

export function declarationOf(alert: CorrelationFacts): Declaration {
  const { key, displayName: title, severity } = alert;
  return { key, title, severity, members: declaredMembers(alert) };
}

import { chronologicalOrder } from './columns/chronologicalOrder.ts';
import { ByteColumn, FloatColumn, IntColumn } from './columns/growingColumn.ts';
import { KeyIndex } from './columns/keyIndex.ts';
import { RowLists } from './columns/rowLists.ts';

/** What is kept of one alert, but for the lists of what it names. */
export interface AlertRow {
  readonly key: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly processed: number;
  readonly type: number;
  readonly tenant: number;
  readonly severity: number;
  readonly bands: number;
}

/** Where a key stands; undefined when it is not there. */
export type PositionOf = Pick<ReadonlyMap<string, number>, 'get'>;

/**
 * Rows in the order of their first delivery, as columns: an object for each of a million alerts would take more memory
 * than all that it holds. A row that is delivered again takes the place of the one before.
 */
export class AlertRows {
  readonly ids: string[] = [];
  readonly start = new FloatColumn();
  readonly end = new FloatColumn();
  readonly type = new IntColumn();
  readonly tenant = new IntColumn();
  readonly severity = new ByteColumn();
  readonly bands = new ByteColumn();
  /** Numbers of what each row names, with repeats, and pairs of what means the same. */
  readonly evidence = new RowLists();
  readonly aliases = new RowLists();
  readonly #index = new KeyIndex();
  readonly #processed = new FloatColumn();
  /** 0 where a row was taken back. */
  readonly #present = new ByteColumn();
  #size = 0;

  /** How many there are, without those that were taken back. */
  get size(): number {
    return this.#size;
  }

  get keys(): readonly string[] {
    return this.#index.keys;
  }

  /** When the row of an alert was processed; undefined when there is none. */
  processed(key: string): number | undefined {
    const place = this.#index.find(key);
    return this.#present.at(place) === 1 ? this.#processed.at(place) : undefined;
  }

  /** Adds a row, or replaces that of the same key. The lists of what it names are those that were filled last. */
  put(row: AlertRow): void {
    const place = this.#index.placeOf(row.key);
    if (place === this.ids.length) this.#add(row);
    else this.#replace(place, row);
  }

  takeBack(key: string): void {
    const place = this.#index.find(key);
    if (this.#present.at(place) !== 1) return;
    this.#present.set(place, 0);
    this.#size -= 1;
  }

  /** Places of all rows that there are, by time and key. */
  chronological(): Int32Array {
    const order = new Int32Array(this.#size);
    let size = 0;
    for (let place = 0; place < this.keys.length; place += 1) {
      if (this.#present.at(place) !== 1) continue;
      order[size] = place;
      size += 1;
    }
    // Ties by key, so that the order never depends on the order of delivery.
    chronologicalOrder(order, this.start.view(), (a, b) => ((this.keys[a] ?? '') < (this.keys[b] ?? '') ? -1 : 1));
    return order;
  }

  /** Looks up the position of a key in `order`, as it is now, whatever is put afterwards. */
  positionsIn(order: Int32Array): PositionOf {
    const positions = new Int32Array(this.keys.length).fill(-1);
    order.forEach((place, position) => (positions[place] = position));
    const index = this.#index;
    return {
      get: (key) => {
        const position = positions[index.find(key)] ?? -1;
        return position < 0 ? undefined : position;
      },
    };
  }

  #add(row: AlertRow): void {
    this.ids.push(row.id);
    this.start.push(row.start);
    this.end.push(row.end);
    this.type.push(row.type);
    this.tenant.push(row.tenant);
    this.severity.push(row.severity);
    this.bands.push(row.bands);
    this.evidence.push();
    this.aliases.push();
    this.#processed.push(row.processed);
    this.#present.push(1);
    this.#size += 1;
  }

  #replace(place: number, row: AlertRow): void {
    this.ids[place] = row.id;
    this.start.set(place, row.start);
    this.end.set(place, row.end);
    this.type.set(place, row.type);
    this.tenant.set(place, row.tenant);
    this.severity.set(place, row.severity);
    this.bands.set(place, row.bands);
    this.evidence.replace(place);
    this.aliases.replace(place);
    this.#processed.set(place, row.processed);
    if (this.#present.at(place) !== 1) this.#size += 1;
    this.#present.set(place, 1);
  }
}

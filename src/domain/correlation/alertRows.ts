import { chronologicalOrder } from './columns/chronologicalOrder.ts';
import { GrowingColumn } from './columns/growingColumn.ts';
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
  readonly keys: string[] = [];
  readonly ids: string[] = [];
  readonly start = new GrowingColumn(Float64Array);
  readonly end = new GrowingColumn(Float64Array);
  readonly type = new GrowingColumn(Int32Array);
  readonly tenant = new GrowingColumn(Int32Array);
  readonly severity = new GrowingColumn(Uint8Array);
  readonly bands = new GrowingColumn(Uint8Array);
  /** Numbers of what each row names, with repeats, and pairs of what means the same. */
  readonly evidence = new RowLists();
  readonly aliases = new RowLists();
  readonly #places = new Map<string, number>();
  readonly #processed = new GrowingColumn(Float64Array);
  /** 0 where a row was taken back. */
  readonly #present = new GrowingColumn(Uint8Array);
  #size = 0;

  /** How many there are, without those that were taken back. */
  get size(): number {
    return this.#size;
  }

  /** When the row of an alert was processed; undefined when there is none. */
  processed(key: string): number | undefined {
    const place = this.#places.get(key);
    return place === undefined || this.#present.at(place) !== 1 ? undefined : this.#processed.at(place);
  }

  /** Adds a row, or replaces that of the same key. The lists of what it names are those that were filled last. */
  put(row: AlertRow): void {
    const place = this.#places.get(row.key);
    if (place === undefined) this.#add(row);
    else this.#replace(place, row);
  }

  takeBack(key: string): void {
    const place = this.#places.get(key);
    if (place === undefined || this.#present.at(place) !== 1) return;
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
    const places = this.#places;
    return {
      get: (key) => {
        const position = positions[places.get(key) ?? -1] ?? -1;
        return position < 0 ? undefined : position;
      },
    };
  }

  #add(row: AlertRow): void {
    this.#places.set(row.key, this.keys.length);
    this.keys.push(row.key);
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

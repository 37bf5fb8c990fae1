import { IntColumn } from './growingColumn.ts';

/** A list of numbers for each row, all in one column. A list is filled first, and then given to its row. */
export class RowLists {
  readonly #numbers = new IntColumn();
  readonly #from = new IntColumn();
  readonly #to = new IntColumn();
  #begun = 0;

  /** Begins a list. One that was begun before and given to no row is lost. */
  begin(): void {
    this.#begun = this.#numbers.size;
  }

  fill(number: number): void {
    this.#numbers.push(number);
  }

  /** Gives the list to a new row. */
  push(): void {
    this.#from.push(this.#begun);
    this.#to.push(this.#numbers.size);
  }

  /** Gives the list to a row that has another one, which is lost. */
  replace(row: number): void {
    this.#from.set(row, this.#begun);
    this.#to.set(row, this.#numbers.size);
  }

  /** The list of a row: `numbers[from]` up to before `numbers[to]`. */
  from(row: number): number {
    return this.#from.at(row) ?? 0;
  }

  to(row: number): number {
    return this.#to.at(row) ?? 0;
  }

  /** As it is now; valid until more is filled. */
  get numbers(): Int32Array {
    return this.#numbers.view();
  }
}

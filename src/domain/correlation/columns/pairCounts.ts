import { IntColumn } from './growingColumn.ts';
import { PairNumbers } from './pairNumbers.ts';

/** How often each pair of numbers was counted. */
export class PairCounts {
  readonly #pairs = new PairNumbers();
  readonly #counts = new IntColumn();

  add(first: number, second: number): void {
    const pair = this.#pairs.number(first, second);
    if (pair === this.#counts.size) this.#counts.push(1);
    else this.#counts.set(pair, 1 + (this.#counts.at(pair) as number));
  }

  of(first: number, second: number): number {
    return this.#counts.at(this.#pairs.find(first, second)) ?? 0;
  }
}

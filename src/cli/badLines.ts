/** Why a piece of the input is left out. Never holds text of the input, which may be hostile. */
export type BadLineReason =
  'not JSON' | 'not an object' | 'no id' | 'larger than 512 MB' | 'cannot be correlated' | 'ends too early';

const printedLimit = 20;

/** Names the first lines that cannot be read, and counts them all. */
export class BadLines {
  readonly #print: (line: string) => void;
  #count = 0;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  get count(): number {
    return this.#count;
  }

  /** @param element position in a document, from 1, where one line may hold all of it. */
  add(line: number, reason: BadLineReason, element?: number): void {
    this.#count += 1;
    if (this.#count > printedLimit) return;
    this.#print(`line ${line}: ${element === undefined ? '' : `element ${element}: `}${reason}`);
  }

  /** Says how many there were, when there were any. */
  summarize(): void {
    if (this.#count === 0) return;
    const unnamed = this.#count - printedLimit;
    if (unnamed > 0) this.#print(`… and ${unnamed} more`);
    this.#print(`${this.#count} ${this.#count === 1 ? 'piece' : 'pieces'} of the input left out`);
  }
}

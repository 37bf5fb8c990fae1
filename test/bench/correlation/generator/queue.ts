/** What waits for its time: a binary heap, equal times in the order they were put in. */
export class TimeQueue<T> {
  readonly #heap: { readonly time: number; readonly order: number; readonly value: T }[] = [];
  #order = 0;

  push(time: number, value: T): void {
    const heap = this.#heap;
    const entry = { time, order: (this.#order += 1), value };
    let at = heap.push(entry) - 1;
    for (let above = (at - 1) >> 1; at > 0; above = (at - 1) >> 1) {
      const parent = heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  /** Time of the first that waits; infinite where none does. */
  get nextTime(): number {
    return this.#heap[0]?.time ?? Infinity;
  }

  pop(): T | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (heap.length === 0) return first.value;
    let at = 0;
    for (;;) {
      const below = smallerChild(heap, at);
      const child = heap[below];
      if (child === undefined || !isBefore(child, last)) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = last;
    return first.value;
  }
}

interface Waiting {
  readonly time: number;
  readonly order: number;
}

function isBefore(a: Waiting, b: Waiting): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order);
}

function smallerChild(heap: readonly Waiting[], at: number): number {
  const left = 2 * at + 1;
  const [a, b] = [heap[left], heap[left + 1]];
  return a !== undefined && b !== undefined && isBefore(b, a) ? left + 1 : left;
}

/** So much work of several is done in one turn of the event loop; as for all sliced work. Milliseconds. */
const turnMilliseconds = 8;

const waiting: (() => void)[] = [];

/**
 * Settles in a turn of the event loop in which others have done little from here. Sixteen answers are read at once; if
 * each only waited for the next turn, their slices of work would all fall into the same one and hold VS Code for their
 * sum.
 */
export function ownTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(begin);
  });
}

function begin(): void {
  next(performance.now() + turnMilliseconds);
}

function next(end: number): void {
  waiting.shift()?.();
  if (waiting.length === 0) return;
  // After the work of the one that was let go: what it does next was queued before.
  queueMicrotask(() => {
    if (performance.now() < end) next(end);
    else setImmediate(begin);
  });
}

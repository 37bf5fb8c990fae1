const waiting: (() => void)[] = [];

/**
 * Settles in a turn of the event loop that nobody else gets from here. Sixteen answers are read at once; if each only
 * waited for the next turn, their slices of work would all fall into the same one and hold VS Code for their sum.
 */
export function ownTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(next);
  });
}

function next(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(next);
}

import type { CorrelationOutcome, CorrelationRequest, Correlator } from './correlator.ts';
import type { Cancel } from './slices.ts';

/**
 * From that many alerts on, the engine's longest step that cannot be interrupted would hold this thread noticeably, and
 * a thread of its own costs less than it saves.
 */
const manyAlerts = 5_000;

/** Few alerts are correlated in this thread, many in a worker. */
export class CorrelatorBySize implements Correlator {
  readonly #forFew: Correlator;
  readonly #forMany: Correlator;
  #cancel: Cancel | undefined;

  constructor(forFew: Correlator, forMany: Correlator) {
    this.#forFew = forFew;
    this.#forMany = forMany;
  }

  start(request: CorrelationRequest, settled: (outcome: CorrelationOutcome) => void): Cancel {
    this.#cancel?.();
    const count = request.delivered.reduce((sum, { length }) => sum + length, 0);
    const isMany = count >= manyAlerts;
    // A worker and its tables are not kept for a selection that has become small.
    if (!isMany) this.#forMany.reset();
    this.#cancel = (isMany ? this.#forMany : this.#forFew).start(request, settled);
    return this.#cancel;
  }

  reset(): void {
    this.#cancel?.();
    this.#forFew.reset();
    this.#forMany.reset();
  }
}

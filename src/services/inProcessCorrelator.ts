import { correlateInSteps } from '../domain/correlation/correlate.ts';
import type { Steps } from '../domain/steps.ts';
import type { CorrelationOutcome, CorrelationRequest, Correlator } from './correlator.ts';
import type { IncidentIds } from './incidentIds.ts';
import type { Log } from './ports.ts';
import { explanationsOf } from './explanationsOf.ts';
import { presentable } from './presentable.ts';
import { inSlices, type Cancel, type Pauses } from './slices.ts';

interface InProcessDependencies {
  readonly ids: Pick<IncidentIds, 'keep'>;
  readonly pauses: Pauses;
  readonly log: Log;
}

/** Correlates in this thread, in slices. For few alerts: the steps of the engine cannot be interrupted themselves. */
export class InProcessCorrelator implements Correlator {
  readonly #dependencies: InProcessDependencies;
  #cancel: Cancel | undefined;

  constructor(dependencies: InProcessDependencies) {
    this.#dependencies = dependencies;
  }

  start(request: CorrelationRequest, settled: (outcome: CorrelationOutcome) => void): Cancel {
    const { ids, pauses, log } = this.#dependencies;
    this.#cancel?.();
    const cancel = inSlices(outcomeOf(request, ids), pauses, settled, () => {
      log.warn('correlation.failed', { alerts: request.delivered.reduce((sum, { length }) => sum + length, 0) });
      settled({ ok: false });
    });
    this.#cancel = cancel;
    return cancel;
  }

  reset(): void {
    this.#cancel?.();
  }
}

function* outcomeOf(
  { delivered, options }: CorrelationRequest,
  ids: Pick<IncidentIds, 'keep'>,
): Steps<CorrelationOutcome> {
  const { correlation, computed } = yield* correlateInSteps(delivered, options);
  return {
    ok: true,
    correlation: yield* presentable(correlation, ids),
    explanations: explanationsOf(computed),
  };
}

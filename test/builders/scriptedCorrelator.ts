import { finish } from '../../src/domain/steps.ts';
import { correlateInSteps } from '../../src/domain/correlation/correlate.ts';
import { explanationsOf } from '../../src/services/explanationsOf.ts';
import type { CorrelationOutcome, CorrelationRequest, Correlator } from '../../src/services/correlator.ts';

interface ScriptedRun {
  readonly request: CorrelationRequest;
  cancelled: boolean;
  readonly settled: (outcome: CorrelationOutcome) => void;
}

/** Correlates when the test says so; notes every run. */
export class ScriptedCorrelator implements Correlator {
  readonly runs: ScriptedRun[] = [];
  resets = 0;

  start(request: CorrelationRequest, settled: (outcome: CorrelationOutcome) => void): () => void {
    const run: ScriptedRun = { request, settled, cancelled: false };
    this.runs.push(run);
    return () => {
      run.cancelled = true;
    };
  }

  reset(): void {
    this.resets += 1;
  }

  /** Ends the run with this number, from 0. */
  end(number: number): void {
    const { request, settled } = this.#run(number);
    const { correlation, computed } = finish(correlateInSteps(request.delivered, request.options));
    settled({ ok: true, correlation, explanations: explanationsOf(computed) });
  }

  fail(number: number): void {
    this.#run(number).settled({ ok: false });
  }

  #run(number: number): ScriptedRun {
    const run = this.runs[number];
    if (run === undefined) throw new Error(`No run ${String(number)} was started`);
    return run;
  }
}

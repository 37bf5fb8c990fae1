import type { Alert, AlertKey } from '../domain/alert.ts';
import { alertsByKey } from '../domain/correlation/alertsByKey.ts';
import { assembleCorrelation } from '../domain/correlation/assembleCorrelation.ts';
import type { FoundIncident } from '../domain/correlation/incidents/foundIncident.ts';
import type { Steps } from '../domain/steps.ts';
import type { FoundPart } from './correlationCalls.ts';
import type { CorrelationOutcome, CorrelationRequest, Correlator, Explanations } from './correlator.ts';
import type { StartWorker } from './correlationWorker.ts';
import type { IncidentIds } from './incidentIds.ts';
import type { Log } from './ports.ts';
import { presentable } from './presentable.ts';
import { inSlices, type Cancel, type Pauses } from './slices.ts';
import { SentAlerts } from './sentAlerts.ts';
import { WorkerClient, WorkerEnded } from './workerClient.ts';

interface WorkerDependencies {
  readonly startWorker: StartWorker;
  /** Where it is done when no worker can be had. */
  readonly fallback: Correlator;
  readonly ids: Pick<IncidentIds, 'keep'>;
  readonly pauses: Pauses;
  readonly log: Log;
}

/** A worker may crash for reasons of its machine; twice on the same alerts is no accident. */
const tries = 2;

/** A worker and what it knows of the alerts. */
interface Thread {
  readonly client: WorkerClient;
  readonly sent: SentAlerts;
}

/** Stops a run that nobody waits for any more. */
class Outdated extends Error {}

/**
 * Correlates in a worker thread. Only facts that changed since the last run go there, and incidents come back in parts;
 * what is left to do here is done in slices. A worker that ends is replaced once; where none can be had, the fallback
 * takes over, unless the memory did not suffice: in this thread it would take VS Code's other extensions along.
 */
export class WorkerCorrelator implements Correlator {
  readonly #deps: WorkerDependencies;
  #thread: Thread | undefined;
  #run = 0;
  #cancelWork: Cancel | undefined;

  constructor(deps: WorkerDependencies) {
    this.#deps = deps;
  }

  start(request: CorrelationRequest, settled: (outcome: CorrelationOutcome) => void): Cancel {
    this.#cancelRun();
    const run = (this.#run += 1);
    this.#correlate(request, run).then(
      (outcome) => {
        if (run === this.#run) settled(outcome);
      },
      (error: unknown) => {
        if (run === this.#run) this.#failed(error, request, settled);
      },
    );
    return () => {
      if (run === this.#run) this.#cancelRun();
    };
  }

  reset(): void {
    this.#cancelRun();
    this.#thread?.client.dispose();
    this.#thread = undefined;
    this.#deps.fallback.reset();
  }

  #cancelRun(): void {
    this.#run += 1;
    this.#thread?.client.announceRun(this.#run);
    this.#cancelWork?.();
    this.#cancelWork = undefined;
  }

  async #correlate(request: CorrelationRequest, run: number): Promise<CorrelationOutcome> {
    const alerts = await this.#inSlices(alertsByKey(request.delivered), run);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#correlateIn(this.#liveThread(), alerts, request, run);
      } catch (error) {
        const mayHelp = error instanceof WorkerEnded && error.why === 'crashed' && run === this.#run;
        if (!mayHelp || attempt === tries) throw error;
        this.#deps.log.warn('correlation.workerRestarted', { alerts: alerts.size });
      }
    }
  }

  async #correlateIn(
    { client, sent }: Thread,
    alerts: ReadonlyMap<AlertKey, Alert>,
    { options }: CorrelationRequest,
    run: number,
  ): Promise<CorrelationOutcome> {
    client.announceRun(run);
    await this.#send(client, sent, alerts, run);
    const first = wanted(await client.call('correlate', run, options));
    // The worker has no log, and what was thrown may quote alerts.
    if (first.way === 'fullAfterFailure') {
      this.#deps.log.warn('correlation.updateFailed', { alerts: alerts.size });
    }
    const incidents = await this.#collect(client, first, run);
    const assembled = assembleCorrelation(alerts, { incidents, commonThings: first.commonThings }, options.corrections);
    const correlation = await this.#inSlices(presentable(await this.#inSlices(assembled, run), this.#deps.ids), run);
    const explanations: Explanations = {
      whyAlone: (alertKey) => client.call('whyAlone', run, alertKey).catch(() => undefined),
      compare: (from, to) => client.call('compare', run, from, to).catch(() => undefined),
    };
    return { ok: true, correlation, explanations };
  }

  /** While the worker reads one parcel, the next is made; never more than one is on its way. */
  async #send(
    client: WorkerClient,
    sent: SentAlerts,
    alerts: ReadonlyMap<AlertKey, Alert>,
    run: number,
  ): Promise<void> {
    const nextParcel = sent.parcelsFor(alerts);
    let onItsWay: Promise<void> | undefined;
    for (;;) {
      const parcel = await this.#inSlices(nextParcel(), run);
      await onItsWay;
      // The next run has already worked out what the worker knows: nothing may be added behind its back.
      if (run !== this.#run) throw new Outdated();
      if (parcel === undefined) return;
      sent.note(parcel);
      onItsWay = client.call('take', parcel.facts, parcel.gone);
      // Looked at in the next round; until then an early end must not count as unhandled.
      onItsWay.catch(() => undefined);
    }
  }

  async #collect(client: WorkerClient, first: FoundPart, run: number): Promise<readonly FoundIncident[]> {
    const incidents: FoundIncident[] = [...first.incidents];
    for (let part = first; !part.isLast;) {
      part = wanted(await client.call('more', run));
      incidents.push(...part.incidents);
    }
    return incidents;
  }

  /** Also fails where the run was called off meanwhile; what is called off between two slices is never heard of. */
  #inSlices<T>(steps: Steps<T>, run: number): Promise<T> {
    return new Promise((resolve, reject) => {
      if (run !== this.#run) {
        reject(new Outdated());
        return;
      }
      this.#cancelWork = inSlices(steps, this.#deps.pauses, resolve, reject);
    });
  }

  #failed(error: unknown, request: CorrelationRequest, settled: (outcome: CorrelationOutcome) => void): void {
    const { log, fallback } = this.#deps;
    const alerts = request.delivered.reduce((sum, { length }) => sum + length, 0);
    const end = error instanceof WorkerEnded ? error.why : 'failed';
    log.warn('correlation.workerFailed', { alerts, end });
    // What it knows after a call that failed, nobody can say.
    this.#thread?.client.dispose();
    this.#thread = undefined;
    if (end === 'crashed') this.#cancelWork = fallback.start(request, settled);
    else settled({ ok: false });
  }

  #liveThread(): Thread {
    if (this.#thread === undefined || this.#thread.client.hasEnded) {
      this.#thread = { client: new WorkerClient(this.#deps.startWorker), sent: new SentAlerts() };
    }
    return this.#thread;
  }
}

/** The worker gives nothing when it has heard of a newer run. */
function wanted(part: FoundPart | undefined): FoundPart {
  if (part === undefined) throw new Outdated();
  return part;
}

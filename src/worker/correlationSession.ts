import type { AlertKey } from '../domain/alert.ts';
import { AlertTable } from '../domain/correlation/alertTable.ts';
import type { ColumnCorrelation } from '../domain/correlation/correlateColumns.ts';
import type { CorrelationOptions } from '../domain/correlation/correlationOptions.ts';
import type { CorrelationFacts } from '../domain/correlation/evidence/correlationFacts.ts';
import { findIncidents } from '../domain/correlation/findIncidents.ts';
import type { FoundIncident } from '../domain/correlation/incidents/foundIncident.ts';
import { compareAlerts, type AlertComparison } from '../domain/correlation/why/compareAlerts.ts';
import { whyAlone, type Alone } from '../domain/correlation/why/whyAlone.ts';
import type { CorrelationCalls, FoundPart, RunWay } from '../services/correlationCalls.ts';
import { inSlices, type Cancel } from '../services/slices.ts';
import type { IdleTime } from './idleTime.ts';
import { Updates } from './updates.ts';

/** Alerts and links in one part, about: reading it takes the extension host a few milliseconds. */
const partSize = 1_000;

interface FinishedRun {
  readonly run: number;
  readonly options: CorrelationOptions;
  readonly way: RunWay;
  /** Those that were not told yet, last first. */
  readonly untold: FoundIncident[];
  /** For whoever asks why; undefined when the alerts are others by now. */
  readonly tables: () => ColumnCorrelation | undefined;
}

/** The worker's side of the calls: a table of alerts that lives on from run to run, and what the last run found. */
export class CorrelationSession implements CorrelationCalls {
  readonly #newestRun: () => number;
  readonly #idleTime: IdleTime;
  readonly #table = new AlertTable();
  readonly #updates = new Updates();
  #last: FinishedRun | undefined;
  #cancelWait: Cancel | undefined;
  #cancelLearning: Cancel | undefined;

  /** @param newestRun the run that the host wants by now: all others are not worth finishing. */
  constructor(newestRun: () => number, idleTime: IdleTime) {
    this.#newestRun = newestRun;
    this.#idleTime = idleTime;
  }

  take(facts: string, gone: readonly AlertKey[]): void {
    this.#stopLearning();
    const alerts = JSON.parse(facts) as readonly CorrelationFacts[];
    for (const key of gone) this.#table.remove(key);
    for (const alert of alerts) {
      // The host has decided which delivery stands for the alert.
      this.#table.remove(alert.key);
      this.#table.add(alert);
    }
    this.#updates.take(alerts, gone, this.#table.size);
  }

  correlate(run: number, options: CorrelationOptions): FoundPart | undefined {
    this.#stopLearning();
    // Before the run: two results at once would double the memory.
    this.#last = undefined;
    if (this.#newestRun() !== run) return undefined;
    const updated = this.#updates.update(options, this.#table.size);
    if (updated === undefined) return this.#correlateAll(run, options);
    const { incidents, commonThings, tables } = updated;
    this.#last = { run, options, way: 'update', untold: incidents.toReversed(), tables };
    return this.#firstPart(this.#last, commonThings);
  }

  more(run: number): FoundPart | undefined {
    const last = this.#lastOf(run);
    return last && this.#nextPart(last);
  }

  whyAlone(run: number, alertKey: AlertKey): Alone | undefined {
    const tables = this.#lastOf(run)?.tables();
    return tables && whyAlone(tables, alertKey);
  }

  compare(run: number, from: AlertKey, to: AlertKey): AlertComparison | undefined {
    const tables = this.#lastOf(run)?.tables();
    return tables && compareAlerts(tables, from, to);
  }

  #correlateAll(run: number, options: CorrelationOptions): FoundPart | undefined {
    const steps = findIncidents(this.#table, options);
    for (;;) {
      if (this.#newestRun() !== run) return undefined;
      const step = steps.next();
      if (step.done !== true) continue;
      const { incidents, commonThings, computed } = step.value;
      const way = this.#updates.tellFailure() ? 'fullAfterFailure' : 'full';
      this.#last = { run, options, way, untold: incidents.toReversed(), tables: () => computed };
      return this.#firstPart(this.#last, commonThings);
    }
  }

  #lastOf(run: number): FinishedRun | undefined {
    return this.#last?.run === run ? this.#last : undefined;
  }

  #firstPart(last: FinishedRun, commonThings: FoundPart['commonThings']): FoundPart {
    return { ...this.#nextPart(last), commonThings };
  }

  #nextPart(last: FinishedRun): FoundPart {
    const { untold, way } = last;
    const part: FoundIncident[] = [];
    let size = 0;
    for (let next = untold.pop(); next !== undefined; next = untold.pop()) {
      part.push(next);
      size += next.alertKeys.length + next.links.length;
      if (size >= partSize) break;
    }
    const isLast = untold.length === 0;
    if (isLast && way !== 'update') this.#learnLater(last.options);
    return { incidents: part, commonThings: [], isLast, way };
  }

  /** When nobody has asked for anything for a while: it takes longer than the run. Questions have their turn in between. */
  #learnLater(options: CorrelationOptions): void {
    const { afterQuiet, pauses } = this.#idleTime;
    this.#stopLearning();
    this.#cancelWait = afterQuiet(() => {
      const nothing = (): void => undefined;
      this.#cancelLearning = inSlices(this.#updates.learn(options), pauses, nothing, nothing);
    });
  }

  #stopLearning(): void {
    this.#cancelWait?.();
    this.#cancelLearning?.();
    this.#cancelWait = this.#cancelLearning = undefined;
  }
}

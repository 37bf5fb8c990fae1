import type { AlertKey } from '../domain/alert.ts';
import { AlertTable } from '../domain/correlation/alertTable.ts';
import type { CorrelationOptions } from '../domain/correlation/correlationOptions.ts';
import type { CorrelationFacts } from '../domain/correlation/evidence/correlationFacts.ts';
import { findIncidents, type Findings } from '../domain/correlation/findIncidents.ts';
import type { FoundIncident } from '../domain/correlation/incidents/foundIncident.ts';
import { compareAlerts, type AlertComparison } from '../domain/correlation/why/compareAlerts.ts';
import { whyAlone, type Alone } from '../domain/correlation/why/whyAlone.ts';
import type { CorrelationCalls, FoundPart } from '../services/correlationCalls.ts';

/** Alerts and links in one part, about: reading it takes the extension host a few milliseconds. */
const partSize = 1_000;

interface FinishedRun {
  readonly run: number;
  readonly found: Findings;
  /** Incidents that were handed out so far. */
  told: number;
}

/** The worker's side of the calls: a table of alerts that lives on from run to run, and what the last run found. */
export class CorrelationSession implements CorrelationCalls {
  readonly #newestRun: () => number;
  #table = new AlertTable();
  #last: FinishedRun | undefined;

  /** @param newestRun the run that the host wants by now: all others are not worth finishing. */
  constructor(newestRun: () => number) {
    this.#newestRun = newestRun;
  }

  take(facts: string, gone: readonly AlertKey[]): void {
    for (const key of gone) this.#table.remove(key);
    for (const alert of JSON.parse(facts) as readonly CorrelationFacts[]) {
      // The host has decided which delivery stands for the alert.
      this.#table.remove(alert.key);
      this.#table.add(alert);
    }
  }

  correlate(run: number, options: CorrelationOptions): FoundPart | undefined {
    // Before the run: two results at once would double the memory.
    this.#last = undefined;
    const steps = findIncidents(this.#table, options);
    for (;;) {
      if (this.#newestRun() !== run) return undefined;
      const step = steps.next();
      if (step.done !== true) continue;
      this.#last = { run, found: step.value, told: 0 };
      return { ...this.#nextPart(this.#last), commonThings: step.value.commonThings };
    }
  }

  more(run: number): FoundPart | undefined {
    const last = this.#lastOf(run);
    return last && this.#nextPart(last);
  }

  whyAlone(run: number, alertKey: AlertKey): Alone | undefined {
    const last = this.#lastOf(run);
    return last && whyAlone(last.found.computed, alertKey);
  }

  compare(run: number, from: AlertKey, to: AlertKey): AlertComparison | undefined {
    const last = this.#lastOf(run);
    return last && compareAlerts(last.found.computed, from, to);
  }

  #lastOf(run: number): FinishedRun | undefined {
    return this.#last?.run === run ? this.#last : undefined;
  }

  #nextPart(last: FinishedRun): FoundPart {
    const { incidents } = last.found;
    const part: FoundIncident[] = [];
    let size = 0;
    for (let next = incidents[last.told]; next !== undefined && size < partSize; next = incidents[last.told]) {
      part.push(next);
      last.told += 1;
      size += next.alertKeys.length + next.links.length;
    }
    return { incidents: part, commonThings: [], isLast: last.told === incidents.length };
  }
}

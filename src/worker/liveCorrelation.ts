import type { AlertKey } from '../domain/alert.ts';
import { correlateColumns, type ColumnCorrelation } from '../domain/correlation/correlateColumns.ts';
import type { CorrelationOptions } from '../domain/correlation/correlationOptions.ts';
import type { CorrelationFacts } from '../domain/correlation/evidence/correlationFacts.ts';
import type { FoundIncident } from '../domain/correlation/incidents/foundIncident.ts';
import { IncrementalCorrelation } from '../domain/correlation/incremental/incrementalCorrelation.ts';
import { processedAt } from '../domain/correlation/rowReader.ts';
import type { CommonThing } from '../domain/correlation/tuning/commonThings.ts';
import type { Steps } from '../domain/steps.ts';
import { sameValue } from '../services/sameValue.ts';

/** When more of the alerts have changed, everything is learnt anew. */
const shareOfChange = 0.1;

/** What an update comes to. */
export interface Updated {
  readonly incidents: readonly FoundIncident[];
  readonly commonThings: readonly CommonThing[];
  /** The tables of a full run with the same statistics; undefined when the alerts are others by now. */
  readonly tables: () => ColumnCorrelation | undefined;
}

/**
 * The alerts once more, for runs that correlate only what changed. Between `learn`, which takes longer than a full run,
 * and `update` changes wait, so that what the last update found can be explained for as long as it is the last.
 */
export class LiveCorrelation {
  readonly #engine = new IncrementalCorrelation();
  /** Those since the engine was last asked; undefined where the alert is gone. */
  readonly #waiting = new Map<AlertKey, CorrelationFacts | undefined>();
  /** Those that the engine has learnt with; undefined until it is through. */
  #learntWith: CorrelationOptions | undefined;
  /** Rises with everything that the engine takes in. */
  #version = 0;

  take(facts: readonly CorrelationFacts[], gone: readonly AlertKey[]): void {
    for (const key of gone) this.#waiting.set(key, undefined);
    for (const alert of facts) this.#waiting.set(alert.key, alert);
    // Waiting facts are large, and an engine that is going to learn anew may have them at once.
    if (this.#learntWith === undefined || this.#tooManyWait) this.#hold();
  }

  /** Learns from all alerts. When it is left unfinished, there is no update until it is begun and done anew. */
  *learn(options: CorrelationOptions): Steps<void> {
    this.#hold();
    yield* this.#engine.rebuildInSteps(options);
    // The first update would have to wait for all their words.
    const incidents = this.#engine.incidents()[Symbol.iterator]();
    while (incidents.next().done !== true) yield;
    this.#learntWith = options;
  }

  /**
   * Takes in what waits.
   *
   * @param size of the alerts that there are, the service's incidents not counted.
   * @returns undefined when it takes a full run: options or too many alerts are others, or statistics are too old.
   */
  update(options: CorrelationOptions, size: number): Updated | undefined {
    if (this.#learntWith === undefined || !sameValue(this.#learntWith, options)) return undefined;
    const changes = this.#changes();
    this.#version += 1;
    this.#engine.update(changes);
    if (this.#engine.size !== size) throw new Error('The alerts that are held are not those of the table');
    if (this.#engine.needsRebuild) {
      this.#learntWith = undefined;
      return undefined;
    }
    return {
      incidents: [...this.#engine.incidents()].sort(declaredFirst),
      commonThings: this.#engine.commonThings(),
      tables: this.#tablesOnDemand(options),
    };
  }

  #tablesOnDemand(options: CorrelationOptions): () => ColumnCorrelation | undefined {
    const version = this.#version;
    let tables: ColumnCorrelation | undefined;
    return () => {
      if (tables !== undefined || this.#version !== version) return tables;
      tables = correlateColumns(this.#engine.columns(), options, this.#engine.statistics);
      return tables;
    };
  }

  get #tooManyWait(): boolean {
    return this.#waiting.size > shareOfChange * this.#engine.size;
  }

  #hold(): void {
    this.#learntWith = undefined;
    this.#version += 1;
    this.#engine.hold(this.#changes());
  }

  #changes(): { readonly added: readonly CorrelationFacts[]; readonly removed: readonly AlertKey[] } {
    const added: CorrelationFacts[] = [];
    const removed: AlertKey[] = [];
    for (const [key, facts] of this.#waiting) {
      if (facts !== undefined) added.push(facts);
      // The host has decided which delivery stands for the alert, and the engine would keep a later one.
      if (facts === undefined || (this.#engine.processed(key) ?? -Infinity) > processedAt(facts)) removed.push(key);
    }
    this.#waiting.clear();
    return { added, removed };
  }
}

/** As a full run tells them: what people said of alerts goes to the first incident that has them. */
function declaredFirst(a: FoundIncident, b: FoundIncident): number {
  if ((a.declaredBy === undefined) !== (b.declaredBy === undefined)) return a.declaredBy === undefined ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

import type { AlertKey } from '../../alert.ts';
import { finish, type Steps } from '../../steps.ts';
import type { AlertColumns } from '../alertTable.ts';
import { correlateColumns, type Statistics } from '../correlateColumns.ts';
import { defaultOptions, type CorrelationOptions } from '../correlationOptions.ts';
import type { CorrelationFacts } from '../evidence/correlationFacts.ts';
import type { FoundIncident } from '../incidents/foundIncident.ts';
import { leastOfLinks } from '../links/withCompany.ts';
import { commonThings, type CommonThing } from '../tuning/commonThings.ts';
import { EpisodeChains } from './episodeChains.ts';
import { HeldAlerts, type Placing } from './heldAlerts.ts';
import { LearntStatistics } from './learntStatistics.ts';
import { alertColumns } from './liveColumns.ts';
import { LiveCuts } from './liveCuts.ts';
import { compareEpisodes, compareRows, type LiveAlert, type LiveEpisode } from './liveEpisode.ts';
import { changeLinks, cutLinks } from './liveLinks.ts';
import { LiveTimelines } from './liveTimelines.ts';
import { PairChanges } from './pairChanges.ts';
import { Regions, type IncidentChanges } from './regions.ts';
import { Staleness } from './staleness.ts';

export interface AlertChanges {
  /** New alerts and new deliveries of known ones, in any order; one that is older than what is held is ignored. */
  readonly added?: Iterable<CorrelationFacts>;
  readonly removed?: Iterable<AlertKey>;
}

/** Episodes whose pairs are worked out together. More would hold many pairs at a time, fewer weigh in small portions. */
const episodesAtOnce = 1_000;

/**
 * Correlation that keeps what it has worked out. A change touches only the episodes that links and declarations tie to
 * the changed alerts, and the outcome is that of a full run with the same statistics, whatever the order of changes.
 * Statistics (background rates, detectors' company, which names mean one thing) stay as they were learnt until
 * `rebuild` learns them anew; `needsRebuild` says when it is time.
 */
export class IncrementalCorrelation {
  readonly #held = new HeldAlerts();
  #options: CorrelationOptions;
  #cuts: LiveCuts;
  #version = 0;
  #learnt: Learnt;

  constructor(options: CorrelationOptions = defaultOptions) {
    this.#options = options;
    this.#cuts = new LiveCuts(options.corrections);
    this.#learnt = finish(this.#learn());
  }

  /** Alerts held; the service's incidents are none. */
  get size(): number {
    return this.#held.size;
  }

  /** Rises with every `rebuild`. */
  get statisticsVersion(): number {
    return this.#version;
  }

  get statistics(): Statistics {
    return this.#learnt.statistics;
  }

  /** True when so much has changed that statistics should be learnt anew. Until then everything goes on working. */
  get needsRebuild(): boolean {
    return this.#learnt.staleness.isStale;
  }

  /** All of them, in no particular order. They are put into words when they are asked for. */
  incidents(): Iterable<FoundIncident> {
    return this.#learnt.regions.incidents();
  }

  /** Undefined for an id that is not found (any more). */
  incident(id: string): FoundIncident | undefined {
    return this.#learnt.regions.incident(id);
  }

  /** The hubs that a stop list can name and does not name yet, as a full run with the same statistics gives them. */
  commonThings(): readonly CommonThing[] {
    const { names, rates } = this.#learnt.statistics;
    const evidence = Array.from(this.#held.all(), (alert) => alert.evidence).flat();
    return commonThings({ context: { alerts: { table: names.table, evidence }, rates } });
  }

  /** When the delivery that stands for an alert was processed; undefined when none is held. */
  processed(key: AlertKey): number | undefined {
    return (this.#held.get(key)?.row ?? this.#held.declarations.get(key))?.processed;
  }

  /** Takes in changes and correlates nothing: cheap, and until `rebuild` is through, nothing else may be asked. */
  hold({ added = [], removed = [] }: AlertChanges): void {
    this.#held.apply(added, removed, unplaced);
  }

  update({ added = [], removed = [] }: AlertChanges): IncidentChanges {
    const placing = this.#placing();
    const change = this.#held.apply(added, removed, placing);
    this.#learnt.staleness.note(change.added, change.removed);
    for (const alert of this.#cuts.follow(this.#held, [...change.added, ...change.removed])) {
      this.#held.replace(alert, placing, change);
    }
    return finish(this.#apply(change));
  }

  /**
   * Takes in alerts, learns statistics from all that are held, and correlates them anew. Takes as long as a full run, and
   * more. The way to begin: without statistics nothing is known to be common property.
   */
  rebuild(added: Iterable<CorrelationFacts> = []): void {
    this.hold({ added });
    finish(this.rebuildInSteps());
  }

  /**
   * The same for the alerts that are held, in steps. Until the last one nothing else may be asked; where it is left
   * unfinished, only what `hold` takes in may come before the next.
   *
   * @param options in place of those that held until now.
   */
  *rebuildInSteps(options: CorrelationOptions = this.#options): Steps<void> {
    this.#options = options;
    this.#cuts = new LiveCuts(options.corrections);
    this.#cuts.follow(this.#held, this.#held.all());
    this.#learnt = yield* this.#learn();
    this.#version += 1;
    this.#held.renew(this.#placing());
    yield;
    yield* this.#apply({
      added: this.#held.all(),
      removed: [],
      declared: Array.from(this.#held.declarations.all(), ({ key }) => key),
    });
  }

  /** All that is held, as a full run takes it; by default under the names that statistics were learnt with. */
  columns(canonical: Int32Array = this.#learnt.statistics.canonical): AlertColumns {
    const alerts = Array.from(this.#held.all(), (alert) => ({
      ...alert,
      evidence: canonicalEvidence(alert.row.evidence, canonical),
    }));
    return alertColumns(
      alerts.sort((a, b) => compareRows(a.row, b.row)),
      this.#held.reader,
      { declarations: [...this.#held.declarations.all()].sort((a, b) => (a.key < b.key ? -1 : 1)), canonical },
    );
  }

  *#learn(): Steps<Learnt> {
    const { reader } = this.#held;
    const rows = Array.from(this.#held.all(), ({ row }) => row);
    const columns = this.columns(reader.evidence.canonical(Int32Array.from(rows.flatMap(({ aliases }) => aliases))));
    yield;
    const { context, grouping } = correlateColumns(columns, this.#options);
    const statistics = new LearntStatistics({ rates: context.rates, lift: grouping.lift }, columns, this.#options);
    yield;
    return {
      statistics,
      staleness: new Staleness(rows, reader.evidence.size),
      chains: new EpisodeChains(),
      timelines: new LiveTimelines(reader.evidence, statistics.rates, this.#options.longestSpan),
      regions: new Regions(this.#held, { reader, statistics, options: this.#options }),
    };
  }

  #placing(): Placing {
    const excluded = new Set(this.#options.excludedTypes);
    const { typeNames } = this.#held.reader;
    const { canonical } = this.#learnt.statistics;
    return ({ key, type, evidence }) => ({
      evidence: excluded.has((typeNames[type] ?? '').toLowerCase()) ? [] : canonicalEvidence(evidence, canonical),
      cut: this.#cuts.of(key),
    });
  }

  *#apply({ added, removed, declared }: EngineChange): Steps<IncidentChanges> {
    const { statistics, chains, timelines, regions } = this.#learnt;
    statistics.follow();
    const { born, died } = chains.change(added, removed);
    const gone = new Set(died);
    const touched = new Set<LiveEpisode>(born);
    let changes = new PairChanges();
    const flush = (): void => {
      const { rates, lift, names: alerts } = statistics;
      const { longestSpan, thresholds } = this.#options;
      const context = { alerts, rates, lift, longestSpan, least: leastOfLinks(thresholds) };
      for (const episode of changeLinks(changes, gone, context)) touched.add(episode);
      changes = new PairChanges();
    };
    for (const episode of died) {
      timelines.remove(episode, changes);
      for (const other of cutLinks(episode)) touched.add(other);
    }
    for (const [index, episode] of born.toSorted(compareEpisodes).entries()) {
      timelines.insert(episode, changes);
      if (index % episodesAtOnce !== episodesAtOnce - 1) continue;
      flush();
      yield;
    }
    flush();
    yield;
    return regions.settle({ touched, died: gone, declared });
  }
}

interface EngineChange {
  readonly added: Iterable<LiveAlert>;
  readonly removed: Iterable<LiveAlert>;
  readonly declared: Iterable<AlertKey>;
}

/** What one full run leaves for the alerts that follow. */
interface Learnt {
  readonly statistics: LearntStatistics;
  readonly staleness: Staleness;
  readonly chains: EpisodeChains;
  readonly timelines: LiveTimelines;
  readonly regions: Regions;
}

/** As it is before anything was learnt. */
const unplaced: Placing = ({ evidence }) => ({ evidence, cut: 0 });

/** The numbers that stand for some evidence, rising, no repeats. */
function canonicalEvidence(evidence: readonly number[], canonical: Int32Array): readonly number[] {
  return [...new Set(evidence.map((number) => canonical[number] ?? number))].sort((a, b) => a - b);
}

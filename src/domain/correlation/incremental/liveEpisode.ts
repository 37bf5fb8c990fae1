import type { AlertRow } from '../alertRows.ts';
import type { Declaration } from '../alertTable.ts';
import type { FoundIncident } from '../incidents/foundIncident.ts';

/** What is kept of one alert, with what it names. */
export interface LiveRow extends AlertRow {
  /** In the order in which the alert names it, no repeats. */
  readonly evidence: readonly number[];
  /** Pairs of evidence that mean the same thing, in one list. */
  readonly aliases: readonly number[];
}

/** An alert that is held: its numbers, and where it is. */
export interface LiveAlert {
  /** Another one that says the same, once the service has processed the alert again. */
  row: LiveRow;
  /** The numbers that stand for its evidence, rising. */
  readonly evidence: readonly number[];
  /** As in `RowConstraints`: alerts with different cuts are never one episode. */
  readonly cut: number;
  /** Set as soon as it is folded. */
  episode?: LiveEpisode;
}

/** Episodes that links or somebody's words tie together: nothing outside decides how they are grouped. */
export interface Region {
  /** Chronological; none where the service's incident names only alerts that are not held. */
  readonly episodes: readonly LiveEpisode[];
  readonly declarations: readonly Declaration[];
  /** Their ids. */
  readonly incidents: readonly string[];
  inWords: readonly FoundIncident[] | undefined;
}

/** A link of two episodes, with what speaks for it; see `CandidateLinks`. */
export interface LiveLink {
  readonly earlier: LiveEpisode;
  readonly later: LiveEpisode;
  /** How many of the things that both name they come near each other for: without one, there is no link. */
  ways: number;
  readonly actor: number;
  readonly trace: number;
  readonly target: number;
  readonly stage: number;
  readonly weight: number;
}

/**
 * An episode that is held. What it says never changes: when alerts join or leave, another takes its place. What it is
 * tied to does.
 */
export class LiveEpisode {
  readonly serial: number;
  /** Chronological, one at least. */
  readonly alerts: readonly LiveAlert[];
  readonly start: number;
  readonly end: number;
  readonly severity: number;
  readonly bands: number;
  readonly links: LiveLink[] = [];
  /** Absent while it is alone, and in no incident of the service. */
  region: Region | undefined;

  constructor(serial: number, alerts: readonly LiveAlert[]) {
    this.serial = serial;
    this.alerts = alerts;
    const { row } = this.first;
    this.start = row.start;
    let [end, severity, bands] = [row.end, row.severity, row.bands];
    for (const { row: each } of alerts) {
      end = Math.max(end, each.end);
      severity = Math.max(severity, each.severity);
      bands |= each.bands;
    }
    [this.end, this.severity, this.bands] = [end, severity, bands];
  }

  get first(): LiveAlert {
    return this.alerts[0] as LiveAlert;
  }

  get type(): number {
    return this.first.row.type;
  }

  get tenant(): number {
    return this.first.row.tenant;
  }

  get evidence(): readonly number[] {
    return this.first.evidence;
  }
}

/** The other end of a link. */
export function otherEnd({ earlier, later }: LiveLink, episode: LiveEpisode): LiveEpisode {
  return earlier === episode ? later : earlier;
}

/** By time, those without one last; ties by key. The order of `AlertTable`. */
export function compareRows(a: AlertRow, b: AlertRow): number {
  if (a.start < b.start || (Number.isNaN(b.start) && !Number.isNaN(a.start))) return -1;
  if (a.start > b.start || (Number.isNaN(a.start) && !Number.isNaN(b.start))) return 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

export function compareEpisodes(a: LiveEpisode, b: LiveEpisode): number {
  return compareRows(a.first.row, b.first.row);
}

/** How many of some episodes, in their order, begin before an alert. */
export function countBefore(episodes: readonly LiveEpisode[], row: AlertRow): number {
  let [low, high] = [0, episodes.length];
  // Most alerts come after all others.
  if (high > 0 && compareRows((episodes[high - 1] as LiveEpisode).first.row, row) < 0) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareRows((episodes[middle] as LiveEpisode).first.row, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

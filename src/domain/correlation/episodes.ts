import type { ActivityColumns } from './columns/activityColumns.ts';
import type { AlertColumns } from './alertTable.ts';
import { gatherFloats, gatherInts } from './columns/gather.ts';
import { ByteColumn, FloatColumn, IntColumn, type GrowingColumn } from './columns/growingColumn.ts';

/** A detector that is silent for longer begins a new episode. */
export const longestPause = 60 * 60_000;

const noCuts: ReadonlyMap<number, number> = new Map();

/**
 * Alerts of one detector about the same things that follow each other within an hour, taken as one: a flapping detector
 * says the same again. Columns like those of alerts; `of` gives the episode of each row.
 */
export interface Episodes extends ActivityColumns {
  /** The first row of each episode. */
  readonly firstRow: Int32Array;
  readonly of: Int32Array;
}

/**
 * Folds rows into episodes, in the order of their first rows. Linear.
 * @param cuts rows with different numbers (0 without one) are never one episode: a person took some of them away.
 */
export function foldEpisodes(alerts: AlertColumns, cuts = noCuts): Episodes {
  const of = new Int32Array(alerts.size);
  const first = new IntColumn(alerts.size);
  const end = new FloatColumn(alerts.size);
  const severity = new ByteColumn(alerts.size);
  const bands = new ByteColumn(alerts.size);
  const latest = new LatestEpisodes(alerts, first, cuts);
  for (let row = 0; row < alerts.size; row += 1) {
    const candidate = latest.of(row);
    const rowEnd = alerts.end[row] as number;
    const rowSeverity = alerts.severity[row] as number;
    const rowBands = alerts.bands[row] as number;
    if (candidate >= 0 && (alerts.start[row] as number) - (end.at(candidate) as number) <= longestPause) {
      of[row] = candidate;
      end.set(candidate, Math.max(end.at(candidate) as number, rowEnd));
      severity.set(candidate, Math.max(severity.at(candidate) as number, rowSeverity));
      bands.set(candidate, (bands.at(candidate) as number) | rowBands);
      continue;
    }
    of[row] = first.size;
    latest.note(row, first.size);
    first.push(row);
    end.push(rowEnd);
    severity.push(rowSeverity);
    bands.push(rowBands);
  }
  return { ...gather(alerts, first.view()), end: end.view(), severity: severity.view(), bands: bands.view(), of };
}

function gather(
  alerts: AlertColumns,
  firstRow: Int32Array,
): Pick<Episodes, 'size' | 'start' | 'type' | 'tenant' | 'evidenceFrom' | 'evidence' | 'firstRow'> {
  const evidenceFrom = new Int32Array(firstRow.length + 1);
  const evidence = new IntColumn(alerts.evidence.length);
  for (let episode = 0; episode < firstRow.length; episode += 1) {
    const row = firstRow[episode] as number;
    const to = alerts.evidenceFrom[row + 1] as number;
    for (let at = alerts.evidenceFrom[row] as number; at < to; at += 1) evidence.push(alerts.evidence[at] as number);
    evidenceFrom[episode + 1] = evidence.size;
  }
  return {
    size: firstRow.length,
    start: gatherFloats(alerts.start, firstRow),
    type: gatherInts(alerts.type, firstRow),
    tenant: gatherInts(alerts.tenant, firstRow),
    evidenceFrom,
    evidence: evidence.view(),
    firstRow,
  };
}

/** The latest episode of each detector about the same things: a hash table whose keys are the alerts themselves. */
class LatestEpisodes {
  readonly #alerts: AlertColumns;
  readonly #first: GrowingColumn<Int32Array>;
  readonly #cuts: ReadonlyMap<number, number>;
  /** 0 where free, else an episode and 1. Its length is a power of two, and half of it or more is free. */
  readonly #slots: Int32Array;

  /** @param first the first row of each episode that is noted. */
  constructor(alerts: AlertColumns, first: GrowingColumn<Int32Array>, cuts: ReadonlyMap<number, number>) {
    this.#alerts = alerts;
    this.#first = first;
    this.#cuts = cuts;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * alerts.size + 2)));
  }

  /** The latest episode about what a row is about, or -1. What names nothing is about nothing. */
  of(row: number): number {
    return isAboutNothing(this.#alerts, row) ? -1 : (this.#slots[this.#slotOf(row)] as number) - 1;
  }

  note(row: number, episode: number): void {
    if (!isAboutNothing(this.#alerts, row)) this.#slots[this.#slotOf(row)] = episode + 1;
  }

  #slotOf(row: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = signatureOf(this.#alerts, row) & mask; ; slot = (slot + 1) & mask) {
      const episode = (this.#slots[slot] as number) - 1;
      if (episode < 0 || this.#mayBeOne(this.#first.at(episode) ?? -1, row)) return slot;
    }
  }

  #mayBeOne(a: number, b: number): boolean {
    if (!sameSubject(this.#alerts, a, b)) return false;
    return this.#cuts.size === 0 || this.#cuts.get(a) === this.#cuts.get(b);
  }
}

function isAboutNothing({ evidenceFrom }: AlertColumns, row: number): boolean {
  return evidenceFrom[row] === evidenceFrom[row + 1];
}

function signatureOf(alerts: AlertColumns, row: number): number {
  let hash = Math.imul(alerts.type[row] as number, 0x9e3779b1) ^ Math.imul(alerts.tenant[row] as number, 0x85ebca6b);
  for (let at = alerts.evidenceFrom[row] as number; at < (alerts.evidenceFrom[row + 1] as number); at += 1) {
    hash = Math.imul(hash ^ (alerts.evidence[at] as number), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function sameSubject(alerts: AlertColumns, a: number, b: number): boolean {
  if (alerts.type[a] !== alerts.type[b] || alerts.tenant[a] !== alerts.tenant[b]) return false;
  const fromA = alerts.evidenceFrom[a] as number;
  const fromB = alerts.evidenceFrom[b] as number;
  const length = (alerts.evidenceFrom[a + 1] as number) - fromA;
  if (length !== (alerts.evidenceFrom[b + 1] as number) - fromB) return false;
  for (let at = 0; at < length; at += 1) {
    if (alerts.evidence[fromA + at] !== alerts.evidence[fromB + at]) return false;
  }
  return true;
}

import type { AlertColumns } from './alertTable.ts';

const longestPause = 60 * 60_000;

/**
 * Alerts of one detector about the same things that follow each other within an hour, taken as one: a flapping detector
 * says the same again. Columns like those of alerts; `of` gives the episode of each row.
 */
export interface Episodes {
  readonly size: number;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly type: Int32Array;
  readonly tenant: Int32Array;
  readonly severity: Uint8Array;
  readonly bands: Uint8Array;
  readonly evidenceFrom: Int32Array;
  readonly evidence: Int32Array;
  /** The first row of each episode. */
  readonly firstRow: Int32Array;
  readonly of: Int32Array;
}

/** Folds rows into episodes, in the order of their first rows. Linear but for hash collisions. */
export function foldEpisodes(alerts: AlertColumns): Episodes {
  const { size } = alerts;
  const of = new Int32Array(size);
  const first: number[] = [];
  const end: number[] = [];
  const severity: number[] = [];
  const bands: number[] = [];
  const open = new Map<number, number>();
  for (let row = 0; row < size; row += 1) {
    const signature = signatureOf(alerts, row);
    const candidate = open.get(signature);
    const start = alerts.start[row] as number;
    const continues =
      candidate !== undefined &&
      start - (end[candidate] as number) <= longestPause &&
      sameSubject(alerts, first[candidate] as number, row);
    if (continues) {
      of[row] = candidate;
      end[candidate] = Math.max(end[candidate] as number, alerts.end[row] as number);
      severity[candidate] = Math.max(severity[candidate] as number, alerts.severity[row] as number);
      bands[candidate] = (bands[candidate] as number) | (alerts.bands[row] as number);
      continue;
    }
    const episode = first.length;
    of[row] = episode;
    open.set(signature, episode);
    first.push(row);
    end.push(alerts.end[row] as number);
    severity.push(alerts.severity[row] as number);
    bands.push(alerts.bands[row] as number);
  }
  return {
    ...gather(alerts, first),
    end: Float64Array.from(end),
    severity: Uint8Array.from(severity),
    bands: Uint8Array.from(bands),
    of,
  };
}

function gather(
  alerts: AlertColumns,
  first: readonly number[],
): Pick<Episodes, 'size' | 'start' | 'type' | 'tenant' | 'evidenceFrom' | 'evidence' | 'firstRow'> {
  const evidenceFrom = new Int32Array(first.length + 1);
  const refs: number[] = [];
  for (const [episode, row] of first.entries()) {
    for (let at = alerts.evidenceFrom[row] as number; at < (alerts.evidenceFrom[row + 1] as number); at += 1) {
      refs.push(alerts.evidence[at] as number);
    }
    evidenceFrom[episode + 1] = refs.length;
  }
  return {
    size: first.length,
    start: Float64Array.from(first, (row) => alerts.start[row] as number),
    type: Int32Array.from(first, (row) => alerts.type[row] as number),
    tenant: Int32Array.from(first, (row) => alerts.tenant[row] as number),
    evidenceFrom,
    evidence: Int32Array.from(refs),
    firstRow: Int32Array.from(first),
  };
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
  const [fromA, fromB] = [alerts.evidenceFrom[a] as number, alerts.evidenceFrom[b] as number];
  const length = (alerts.evidenceFrom[a + 1] as number) - fromA;
  if (length === 0 || length !== (alerts.evidenceFrom[b + 1] as number) - fromB) return false;
  for (let at = 0; at < length; at += 1) {
    if (alerts.evidence[fromA + at] !== alerts.evidence[fromB + at]) return false;
  }
  return true;
}

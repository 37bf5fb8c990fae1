import type { AlertKey } from '../../alert.ts';
import type { ColumnCorrelation } from '../correlateColumns.ts';
import { placeOn } from '../evidence/timelines.ts';
import { pairEvidence, weightOf } from '../links/pairEvidence.ts';
import { isExcluded } from './isExcluded.ts';
import { whyApart, type Apart } from './whyApart.ts';

interface NearMiss {
  readonly other: AlertKey;
  readonly apart: Apart;
}

/** Why an alert is in no incident. */
export interface Alone {
  /** Alerts of its type are never correlated, because a person said so. */
  readonly excluded: boolean;
  /** Alerts that it was grouped with, when the group is no incident: one detector only, or no advance. */
  readonly related: readonly AlertKey[];
  /** The alerts that came closest, nearest first, each with what kept it apart. */
  readonly nearest: readonly NearMiss[];
}

/** Alerts looked at on each side of the timeline of each thing that the alert names. */
const neighbours = 3;
const mostNearMisses = 3;
const mostRelated = 50;

/** Looks around an alert on the timelines of all that it names. Cheap: a few alerts for each thing. */
export function whyAlone(computed: ColumnCorrelation, key: AlertKey): Alone {
  const { context, episodes, rowOf, groupOfRow } = computed;
  const row = rowOf.get(key);
  if (row === undefined) return { excluded: false, related: [], nearest: [] };
  if (isExcluded(computed, row)) return { excluded: true, related: [], nearest: [] };
  const own = episodes.of[row] as number;
  const group = groupOfRow[row] as number;
  const related: AlertKey[] = [];
  for (let other = 0; other < groupOfRow.length && related.length < mostRelated; other += 1) {
    if (groupOfRow[other] === group && other !== row) related.push(context.alerts.keys[other] ?? '');
  }
  const strangers = [...around(computed, own)].filter(
    (episode) => groupOfRow[episodes.firstRow[episode] as number] !== group,
  );
  const nearest = strangers
    .map((episode) => ({ episode, weight: weightBetween(computed, own, episode) }))
    .sort((a, b) => b.weight - a.weight || a.episode - b.episode)
    .slice(0, mostNearMisses)
    .map(({ episode }) => {
      const other = context.alerts.keys[episodes.firstRow[episode] as number] ?? '';
      return { other, apart: whyApart(computed, key, other) };
    });
  return { excluded: false, related, nearest };
}

function weightBetween({ context }: ColumnCorrelation, one: number, other: number): number {
  const weight = weightOf(pairEvidence(context, Math.min(one, other), Math.max(one, other)));
  return Number.isNaN(weight) ? -Infinity : weight;
}

/** Episodes next to one on the timeline of anything that it names. */
function around({ episodes, timelines }: ColumnCorrelation, own: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = episodes.evidenceFrom[own] as number; at < (episodes.evidenceFrom[own + 1] as number); at += 1) {
    const evidence = episodes.evidence[at] as number;
    const place = placeOn(timelines, evidence, own);
    const from = Math.max(timelines.from[evidence] as number, place - neighbours);
    const to = Math.min(timelines.from[evidence + 1] as number, place + neighbours + 1);
    for (const episode of timelines.episodes.subarray(from, to)) {
      if (episode !== own) found.add(episode);
    }
  }
  return found;
}

import type { AlertColumns } from '../alertTable.ts';
import type { Episodes } from '../episodes.ts';
import { evidenceKindOf } from './evidenceKind.ts';
import type { Timelines } from './timelines.ts';

const day = 24 * 60 * 60_000;

/** A silence that long ends a burst: what comes after it is a new occurrence, not the same going on. */
const burstPause = 6 * 60 * 60_000;

/** What is expected of a kind of evidence counts like so many days of observation of each single one. */
const priorDays = 25;

/** An attacker comes back, and moves on: only what meets more things than that, day after day, is common property. */
const freeMeetings = 3;

/** Seen on this share of the days since it first appeared, something is always there. */
const hubPersistence = 0.4;

/** Added to the days since it appeared: three days in a row at the end of the data are no habit yet. */
const unknownDays = 8;

/** Nothing at all for longer than that is no quiet time but one that nobody watched, or a clock that was wrong. */
const longestSilence = 30;

export interface BackgroundRates {
  /** Occurrences a day that have nothing to do with one another, of each piece of evidence; infinite for what is stopped. */
  readonly perDay: Float64Array;
  /** 0 to 1: how much of a surprise the detector still is on this target; 1 when it is no routine there. */
  novelty(evidence: number, type: number): number;
}

/**
 * How often each piece of evidence occurs by chance, from the alerts themselves. An actor or a trace is common property
 * (an egress address, a scanner, a shared administrator) when it meets ever new targets on ever new days; one attack is
 * one burst, or keeps to few targets. A target's rate is that of its bursts. Independent of the order of delivery.
 *
 * @param stopped what a person said connects nothing: it counts as if it occurred at every moment.
 */
export function backgroundRates(
  alerts: AlertColumns,
  episodes: Episodes,
  timelines: Timelines,
  stopped: ReadonlySet<number> = new Set(),
): BackgroundRates {
  const { table } = alerts;
  const perDay = new Float64Array(table.size);
  const routine = new Map<number, number>();
  const clock = observationClock(episodes);
  const end = Math.max(1, clock.at(-1) ?? 0);
  const typeCount = alerts.typeNames.length;
  for (let evidence = 0; evidence < table.size; evidence += 1) {
    const from = timelines.from[evidence] as number;
    const to = timelines.from[evidence + 1] as number;
    const { side, chance: expected } = evidenceKindOf(table.kind(evidence));
    let chance = 0;
    let observed = end;
    if (to - from > 1) {
      if (side === 'target') {
        chance = countBursts(episodes, timelines.episodes, from, to) - 1;
        noteRoutine(routine, evidence * typeCount, episodes, timelines.episodes, from, to);
      } else {
        const { visits, activeDays } = visitsOf(alerts, episodes, timelines.episodes, from, to);
        // What appears late is judged by its own time: a new egress address is a hub from its first days on.
        observed = Math.max(1, end - (clock[timelines.episodes[from] as number] as number));
        const persistence = Math.min(1, activeDays / (observed + unknownDays) / hubPersistence) ** 2;
        chance = Math.max(0, visits - freeMeetings) * persistence;
      }
    }
    perDay[evidence] = stopped.has(evidence) ? Infinity : (chance + expected * priorDays) / (observed + priorDays);
  }
  return {
    perDay,
    novelty: (evidence, type) => {
      const days = routine.get(evidence * typeCount + type) ?? 1;
      return days < 3 ? 1 : Math.max(0.05, 1 / (days - 1));
    },
  };
}

/** Days of observation before each episode. One alert from the year 2199 must not make every rate vanish. */
function observationClock({ start, size }: Episodes): Float64Array {
  const clock = new Float64Array(size);
  for (let episode = 1; episode < size; episode += 1) {
    const silence = ((start[episode] as number) - (start[episode - 1] as number)) / day;
    // Unknown times come last, and take none.
    clock[episode] = (clock[episode - 1] as number) + Math.min(longestSilence, silence > 0 ? silence : 0);
  }
  return clock;
}

function countBursts(episodes: Episodes, line: Int32Array, from: number, to: number): number {
  let bursts = 0;
  let quietSince = -Infinity;
  for (let at = from; at < to; at += 1) {
    const episode = line[at] as number;
    const start = episodes.start[episode] as number;
    if (start - quietSince > burstPause) bursts += 1;
    quietSince = Math.max(quietSince, episodes.end[episode] as number);
  }
  return bursts;
}

/** On how many days it was seen, and how many different targets it met on each, added up. */
function visitsOf(
  alerts: AlertColumns,
  episodes: Episodes,
  line: Int32Array,
  from: number,
  to: number,
): { readonly visits: number; readonly activeDays: number } {
  let [visits, activeDays, today] = [0, 0, NaN];
  const met = new Set<number>();
  for (let at = from; at < to; at += 1) {
    const episode = line[at] as number;
    const date = Math.floor((episodes.start[episode] as number) / day);
    if (date !== today) {
      activeDays += 1;
      met.clear();
    }
    today = date;
    const target = mainTarget(alerts, episodes, episode);
    if (met.has(target)) continue;
    met.add(target);
    visits += 1;
  }
  return { visits, activeDays };
}

/** One target of an episode, the same whatever their order; or -1 - detector: a detector about nothing is a place, too. */
function mainTarget({ table }: AlertColumns, episodes: Episodes, episode: number): number {
  let main = -1 - (episodes.type[episode] as number);
  for (
    let at = episodes.evidenceFrom[episode] as number;
    at < (episodes.evidenceFrom[episode + 1] as number);
    at += 1
  ) {
    const evidence = episodes.evidence[at] as number;
    if (evidenceKindOf(table.kind(evidence)).side !== 'target') continue;
    if (main < 0 || table.key(evidence) < table.key(main)) main = evidence;
  }
  return main;
}

/** On how many days each detector spoke about one target. */
function noteRoutine(
  routine: Map<number, number>,
  base: number,
  episodes: Episodes,
  line: Int32Array,
  from: number,
  to: number,
): void {
  if (to - from < 3) return;
  const lastDay = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const episode = line[at] as number;
    const type = episodes.type[episode] as number;
    const today = Math.floor((episodes.start[episode] as number) / day);
    if (lastDay.get(type) === today) continue;
    lastDay.set(type, today);
    routine.set(base + type, (routine.get(base + type) ?? 0) + 1);
  }
}

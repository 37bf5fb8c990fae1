import type { AlertColumns } from '../alertTable.ts';
import type { Episodes } from '../episodes.ts';
import { countingUp } from '../columns/gather.ts';
import { PairCounts } from '../columns/pairCounts.ts';
import { evidenceKindOf } from './evidenceKind.ts';
import type { Timelines } from './timelines.ts';

const day = 24 * 60 * 60_000;

/**
 * Days that are looked at as one: what occurs several times in them may be one thing that goes on, an attack for
 * instance, and counts once.
 */
const spell = 4;

/** What is expected of a kind of evidence counts like so many days of observation of each single one. */
const priorDays = 25;

/** An attacker comes back, and moves on: only what meets more things than that, day after day, is common property. */
const freeMeetings = 3;

/** Seen on this share of the days since it first appeared, something is always there. */
const hubPersistence = 0.3;

/** Added to the days since it appeared: three days in a row at the end of the data are no habit yet. */
const unknownDays = 8;

/** Nothing at all for longer than that is no quiet time but one that nobody watched, or a clock that was wrong. */
const longestSilence = 30;

export interface BackgroundRates {
  /** Occurrences a day that have nothing to do with one another, of each piece of evidence; infinite for what is stopped. */
  readonly perDay: Float64Array;
  /** 0 to 1: how much of a surprise the detector still is on this target; 1 when it is no routine there. */
  novelty(evidence: number, type: number): number;
  /** The rate of a thing that never occurred while these were counted, by the number of its kind. */
  unseen(kind: number): number;
}

/**
 * How often each piece of evidence occurs by chance, from the alerts themselves. An actor or a trace is common property
 * (an egress address, a scanner, a shared administrator) when it meets ever new targets on ever new days; one attack is
 * one spell, or keeps to few targets. A target's rate is that of its spells, and so is that of what is only ever seen on
 * one target: its own address, its local account. Independent of the order of delivery.
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
  const routine = new DetectorRoutine(episodes, alerts.typeNames.length);
  const visitors = new Visits(alerts, episodes);
  const clock = observationClock(episodes);
  const end = Math.max(1, clock.at(-1) ?? 0);
  for (let evidence = 0; evidence < table.size; evidence += 1) {
    const from = timelines.from[evidence] as number;
    const to = timelines.from[evidence + 1] as number;
    const { side, chance: expected } = evidenceKindOf(table.kind(evidence));
    let chance = 0;
    let observed = end;
    if (to - from > 1) {
      if (side === 'target') {
        chance = spellsByChance(clock, end, timelines.episodes, from, to);
        routine.note(evidence, timelines.episodes, from, to);
      } else {
        visitors.count(timelines.episodes, from, to);
        if (visitors.places === 1) {
          chance = spellsByChance(clock, end, timelines.episodes, from, to);
        } else {
          // What appears late is judged by its own time: a new egress address is a hub from its first days on.
          observed = Math.max(1, end - (clock[timelines.episodes[from] as number] as number));
          const persistence = Math.min(1, visitors.activeDays / (observed + unknownDays) / hubPersistence) ** 2;
          chance = Math.max(0, visitors.visits - freeMeetings) * persistence;
        }
      }
    }
    perDay[evidence] = stopped.has(evidence) ? Infinity : (chance + expected * priorDays) / (observed + priorDays);
  }
  return {
    perDay,
    unseen: (kind) => (evidenceKindOf(kind).chance * priorDays) / (end + priorDays),
    novelty: (evidence, type) => {
      const days = routine.days(evidence, type);
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

/**
 * How often a thing occurs by chance, beside the once that may be an attack: from the share of spells without it, since
 * chance leaves some empty and fills others twice.
 *
 * @param end days of observation.
 */
function spellsByChance(clock: Float64Array, end: number, line: Int32Array, from: number, to: number): number {
  const spells = Math.max(1, end / spell);
  let active = 0;
  let last = -1;
  for (let at = from; at < to; at += 1) {
    const current = Math.floor((clock[line[at] as number] as number) / spell);
    if (current !== last) active += 1;
    last = current;
  }
  const filled = Math.min(active - 1, spells - 0.5);
  return -Math.log(1 - filled / spells) * spells;
}

/** Counts the targets that actors and traces meet. The counts are those of the last line. */
class Visits {
  /** How many different targets it met on each day, added up. */
  visits = 0;
  /** On how many days it was seen. */
  activeDays = 0;
  /** How many different targets it met in all. */
  places = 0;
  readonly #episodes: Episodes;
  readonly #targetOf: Int32Array;
  /** For each target, and each detector without one, the last day of a line on which it was met. */
  readonly #metOn: Int32Array;
  /** The same with the last line on which it was met at all. */
  readonly #metBy: Int32Array;
  readonly #detectors: number;
  #days = 0;
  #lines = 0;

  constructor(alerts: AlertColumns, episodes: Episodes) {
    this.#episodes = episodes;
    this.#targetOf = countingUp(episodes.size).map((episode) => mainTarget(alerts, episodes, episode));
    this.#detectors = alerts.table.size;
    this.#metOn = new Int32Array(alerts.table.size + alerts.typeNames.length);
    this.#metBy = new Int32Array(this.#metOn.length);
  }

  count(line: Int32Array, from: number, to: number): void {
    let visits = 0;
    let activeDays = 0;
    let places = 0;
    let today = NaN;
    this.#lines += 1;
    for (let at = from; at < to; at += 1) {
      const episode = line[at] as number;
      const date = Math.floor((this.#episodes.start[episode] as number) / day);
      if (date !== today) {
        activeDays += 1;
        this.#days += 1;
      }
      today = date;
      const target = this.#targetOf[episode] as number;
      // A detector about nothing is a place, too.
      const place = target >= 0 ? target : this.#detectors + (this.#episodes.type[episode] as number);
      if (this.#metBy[place] !== this.#lines) places += 1;
      this.#metBy[place] = this.#lines;
      if (this.#metOn[place] === this.#days) continue;
      this.#metOn[place] = this.#days;
      visits += 1;
    }
    this.visits = visits;
    this.activeDays = activeDays;
    this.places = places;
  }
}

/** One target of an episode, the same whatever their order; -1 for none. */
function mainTarget({ table }: AlertColumns, { evidence, evidenceFrom }: Episodes, episode: number): number {
  let main = -1;
  const to = evidenceFrom[episode + 1] as number;
  for (let at = evidenceFrom[episode] as number; at < to; at += 1) {
    const each = evidence[at] as number;
    if (evidenceKindOf(table.kind(each)).side !== 'target') continue;
    if (main < 0 || table.isBefore(each, main)) main = each;
  }
  return main;
}

/** On how many days each detector spoke about each target. */
class DetectorRoutine {
  readonly #episodes: Episodes;
  readonly #days = new PairCounts();
  /** For each detector the last date on which it spoke about the target that is looked at, and what target that is. */
  readonly #lastDate: Float64Array;
  readonly #target: Int32Array;

  constructor(episodes: Episodes, typeCount: number) {
    this.#episodes = episodes;
    this.#lastDate = new Float64Array(typeCount);
    this.#target = new Int32Array(typeCount).fill(-1);
  }

  /** What was seen less than three times is no routine. */
  note(evidence: number, line: Int32Array, from: number, to: number): void {
    if (to - from < 3) return;
    for (let at = from; at < to; at += 1) {
      const episode = line[at] as number;
      const type = this.#episodes.type[episode] as number;
      const date = Math.floor((this.#episodes.start[episode] as number) / day);
      if (this.#target[type] === evidence && this.#lastDate[type] === date) continue;
      this.#target[type] = evidence;
      this.#lastDate[type] = date;
      this.#days.add(evidence, type);
    }
  }

  days(evidence: number, type: number): number {
    return this.#days.of(evidence, type);
  }
}

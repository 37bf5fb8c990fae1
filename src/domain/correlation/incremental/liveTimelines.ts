import { evidenceKindOf } from '../evidence/evidenceKind.ts';
import type { EvidenceTable } from '../evidence/evidenceTable.ts';
import type { BackgroundRates } from '../evidence/backgroundRates.ts';
import { mostPerDay, neighbours } from '../links/candidateLinks.ts';
import { sameTenant } from '../links/sameTenant.ts';
import { countBefore, type LiveEpisode } from './liveEpisode.ts';
import type { PairChanges } from './pairChanges.ts';

/** The timeline of each piece of evidence that can connect; says which pairs come near each other, and which no longer. */
export class LiveTimelines {
  readonly #table: EvidenceTable;
  readonly #rates: BackgroundRates;
  readonly #longestSpan: number;
  readonly #lines: LiveEpisode[][] = [];

  constructor(table: EvidenceTable, rates: BackgroundRates, longestSpan: number) {
    this.#table = table;
    this.#rates = rates;
    this.#longestSpan = longestSpan;
  }

  insert(episode: LiveEpisode, changes: PairChanges): void {
    for (const evidence of episode.evidence) {
      if (!this.#connects(evidence)) continue;
      const line = (this.#lines[evidence] ??= []);
      const place = countBefore(line, episode.first.row);
      this.#parted(evidence, line, place, changes, -1);
      for (let at = Math.max(0, place - neighbours); at < place; at += 1) {
        this.#changed(evidence, line[at] as LiveEpisode, episode, changes, 1);
      }
      for (let at = place; at < Math.min(line.length, place + neighbours); at += 1) {
        this.#changed(evidence, episode, line[at] as LiveEpisode, changes, 1);
      }
      line.splice(place, 0, episode);
    }
  }

  /** Says nothing about the pairs of the episode itself: they go with it. */
  remove(episode: LiveEpisode, changes: PairChanges): void {
    for (const evidence of episode.evidence) {
      const line = this.#lines[evidence];
      if (line === undefined || !this.#connects(evidence)) continue;
      const place = countBefore(line, episode.first.row);
      line.splice(place, 1);
      this.#parted(evidence, line, place, changes, 1);
    }
  }

  /** The pairs for which it decides whether one more episode stands at `place`. */
  #parted(evidence: number, line: readonly LiveEpisode[], place: number, changes: PairChanges, ways: 1 | -1): void {
    for (let back = 1; back <= neighbours; back += 1) {
      const [earlier, later] = [line[place - back], line[place - back + neighbours]];
      if (earlier !== undefined && later !== undefined) this.#changed(evidence, earlier, later, changes, ways);
    }
  }

  #changed(evidence: number, earlier: LiveEpisode, later: LiveEpisode, changes: PairChanges, ways: 1 | -1): void {
    const longestGap = Math.min(evidenceKindOf(this.#table.kind(evidence)).longestGap, this.#longestSpan);
    // Also false where a time is unknown.
    if (!(later.start - earlier.end <= longestGap) || !sameTenant(earlier.tenant, later.tenant)) return;
    changes.add(earlier, later, ways);
  }

  #connects(evidence: number): boolean {
    return (this.#rates.perDay[evidence] as number) <= mostPerDay;
  }
}

import type { Episodes } from '../episodes.ts';

/** For each piece of evidence the episodes that have it, chronological: `episodes[from[e]]` up to before `from[e + 1]`. */
export interface Timelines {
  readonly from: Int32Array;
  readonly episodes: Int32Array;
}

/** Turns "evidence of each episode" around. Linear (a counting sort); episodes are in chronological order already. */
export function timelinesOf(episodes: Episodes, evidenceCount: number): Timelines {
  const from = new Int32Array(evidenceCount + 1);
  for (const evidence of episodes.evidence) from[evidence + 1] = (from[evidence + 1] as number) + 1;
  for (let e = 0; e < evidenceCount; e += 1) from[e + 1] = (from[e + 1] as number) + (from[e] as number);
  const next = from.slice(0, evidenceCount);
  const list = new Int32Array(episodes.evidence.length);
  for (let episode = 0; episode < episodes.size; episode += 1) {
    for (
      let at = episodes.evidenceFrom[episode] as number;
      at < (episodes.evidenceFrom[episode + 1] as number);
      at += 1
    ) {
      const evidence = episodes.evidence[at] as number;
      const place = next[evidence] as number;
      list[place] = episode;
      next[evidence] = place + 1;
    }
  }
  return { from, episodes: list };
}

/** Where an episode stands, or would stand, among all that have a piece of evidence: its place in `episodes`. By halving. */
export function placeOn({ from, episodes }: Timelines, evidence: number, episode: number): number {
  let low = from[evidence] as number;
  let high = from[evidence + 1] as number;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((episodes[middle] as number) < episode) low = middle + 1;
    else high = middle;
  }
  return low;
}

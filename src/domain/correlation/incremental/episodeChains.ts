import { longestPause } from '../episodes.ts';
import { compareRows, countBefore, LiveEpisode, type LiveAlert } from './liveEpisode.ts';

/** All that one detector says about the same things. */
interface Chain {
  readonly subject: LiveAlert;
  /** Chronological. */
  episodes: readonly LiveEpisode[];
}

/** What a change of alerts does to episodes. */
export interface EpisodeChange {
  readonly born: readonly LiveEpisode[];
  readonly died: readonly LiveEpisode[];
}

/** Folds alerts into episodes, as `foldEpisodes` does, and folds again only where alerts come or go. */
export class EpisodeChains {
  readonly #chains = new Map<number, Chain>();
  #serial = 0;

  change(added: Iterable<LiveAlert>, removed: Iterable<LiveAlert>): EpisodeChange {
    const born: LiveEpisode[] = [];
    const died: LiveEpisode[] = [];
    const touched = new Map<Chain, { readonly added: LiveAlert[]; readonly removed: Set<LiveAlert> }>();
    const touch = (alert: LiveAlert): { readonly added: LiveAlert[]; readonly removed: Set<LiveAlert> } => {
      const chain = this.#chainOf(alert);
      const known = touched.get(chain) ?? { added: [], removed: new Set() };
      touched.set(chain, known);
      return known;
    };
    for (const alert of removed) {
      if (alert.evidence.length > 0) touch(alert).removed.add(alert);
      else if (alert.episode !== undefined) died.push(alert.episode);
    }
    for (const alert of added) {
      if (alert.evidence.length > 0) touch(alert).added.push(alert);
      else born.push(this.#newEpisode([alert]));
    }
    for (const [chain, alerts] of touched) this.#refold(chain, alerts.added.sort(byTime), alerts.removed, born, died);
    return { born, died };
  }

  #refold(
    chain: Chain,
    added: readonly LiveAlert[],
    removed: ReadonlySet<LiveAlert>,
    born: LiveEpisode[],
    died: LiveEpisode[],
  ): void {
    const { episodes } = chain;
    const places = [...added, ...removed].map(({ row, episode }) =>
      countBefore(episodes, (episode?.first ?? { row }).row),
    );
    // An alert can continue the episode before it, and reach the one after it.
    const from = Math.max(0, Math.min(...places) - 1);
    let to = Math.min(episodes.length, Math.max(...places) + 1);
    const old = new Map(episodes.slice(from, to).map((episode) => [episode.first, episode]));
    const folds = fold(
      merge(
        episodes
          .slice(from, to)
          .flatMap(({ alerts }) => alerts)
          .filter((alert) => !removed.has(alert)),
        added,
      ),
    );
    for (; to < episodes.length; to += 1) {
      const next = episodes[to] as LiveEpisode;
      const last = folds.at(-1);
      if (last === undefined || !(next.start - last.end <= longestPause)) break;
      last.alerts.push(...next.alerts);
      last.end = Math.max(last.end, next.end);
      old.set(next.first, next);
    }
    const kept = new Set<LiveEpisode>();
    const folded = folds.map(({ alerts }) => {
      const before = old.get(alerts[0] as LiveAlert);
      if (before === undefined || !sameAlerts(before.alerts, alerts)) {
        const episode = this.#newEpisode(alerts);
        born.push(episode);
        return episode;
      }
      kept.add(before);
      return before;
    });
    for (const episode of old.values()) if (!kept.has(episode)) died.push(episode);
    chain.episodes = [...episodes.slice(0, from), ...folded, ...episodes.slice(to)];
  }

  #newEpisode(alerts: readonly LiveAlert[]): LiveEpisode {
    const episode = new LiveEpisode(this.#serial, alerts);
    this.#serial += 1;
    for (const alert of alerts) alert.episode = episode;
    return episode;
  }

  #chainOf(alert: LiveAlert): Chain {
    for (let signature = signatureOf(alert); ; signature = (signature + 1) | 0) {
      const chain = this.#chains.get(signature);
      if (chain !== undefined && !sameSubject(chain.subject, alert)) continue;
      if (chain !== undefined) return chain;
      const fresh: Chain = { subject: alert, episodes: [] };
      this.#chains.set(signature, fresh);
      return fresh;
    }
  }
}

interface Fold {
  readonly alerts: LiveAlert[];
  end: number;
}

/** @param alerts chronological. */
function fold(alerts: readonly LiveAlert[]): Fold[] {
  const folds: Fold[] = [];
  for (const alert of alerts) {
    const { start, end } = alert.row;
    const last = folds.at(-1);
    if (last !== undefined && start - last.end <= longestPause) {
      last.alerts.push(alert);
      last.end = Math.max(last.end, end);
    } else {
      folds.push({ alerts: [alert], end });
    }
  }
  return folds;
}

/** Of two chronological lists one. */
function merge(one: readonly LiveAlert[], other: readonly LiveAlert[]): readonly LiveAlert[] {
  const merged: LiveAlert[] = [];
  let at = 0;
  for (const alert of one) {
    for (; at < other.length && byTime(other[at] as LiveAlert, alert) < 0; at += 1) merged.push(other[at] as LiveAlert);
    merged.push(alert);
  }
  for (; at < other.length; at += 1) merged.push(other[at] as LiveAlert);
  return merged;
}

function byTime(a: LiveAlert, b: LiveAlert): number {
  return compareRows(a.row, b.row);
}

function sameAlerts(one: readonly LiveAlert[], other: readonly LiveAlert[]): boolean {
  return one.length === other.length && one.every((alert, index) => alert === other[index]);
}

function signatureOf({ row, evidence, cut }: LiveAlert): number {
  let hash = cut ^ Math.imul(row.type, 0x9e3779b1) ^ Math.imul(row.tenant, 0x85ebca6b);
  for (const number of evidence) {
    hash = Math.imul(hash ^ number, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function sameSubject(a: LiveAlert, b: LiveAlert): boolean {
  if (a.row.type !== b.row.type || a.row.tenant !== b.row.tenant || a.cut !== b.cut) return false;
  return a.evidence.length === b.evidence.length && a.evidence.every((number, index) => number === b.evidence[index]);
}

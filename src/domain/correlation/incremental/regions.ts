import type { AlertKey } from '../../alert.ts';
import type { Declaration } from '../alertTable.ts';
import { columnIncidents } from '../incidents/columnIncidents.ts';
import { foundIncident } from '../findIncidents.ts';
import type { FoundIncident } from '../incidents/foundIncident.ts';
import { correlateRegion, type RegionContext } from './correlateRegion.ts';
import type { HeldAlerts } from './heldAlerts.ts';
import { compareEpisodes, otherEnd, type LiveEpisode, type Region } from './liveEpisode.ts';

export interface IncidentChanges {
  /** Ids of incidents that are new, and of all those whose surroundings changed. */
  readonly found: readonly string[];
  /** Ids of those that are no more. */
  readonly gone: readonly string[];
}

/** What a change of alerts means for episodes. */
export interface EpisodeChanges {
  /** Those that are new, or whose links are others. */
  readonly touched: Iterable<LiveEpisode>;
  /** Those that are no more. */
  readonly died: ReadonlySet<LiveEpisode>;
  /** Keys of declarations that are new, gone or other than before. */
  readonly declared: Iterable<string>;
}

/** The incidents of all regions, found again only where something changed. */
export class Regions {
  readonly #held: HeldAlerts;
  readonly #context: RegionContext;
  /** Alerts that people put together, for each of them. */
  readonly #together: ReadonlyMap<AlertKey, readonly AlertKey[]>;
  readonly #ofDeclarations = new Map<string, Region>();
  readonly #ofIncidents = new Map<string, Region>();

  constructor(held: HeldAlerts, context: RegionContext) {
    this.#held = held;
    this.#context = context;
    const { corrections } = context.options;
    this.#together = new Map(corrections.together.flatMap((keys) => keys.map((key) => [key, keys] as const)));
  }

  *incidents(): Generator<FoundIncident, undefined> {
    for (const region of new Set(this.#ofIncidents.values())) yield* this.#inWords(region);
    return undefined;
  }

  incident(id: string): FoundIncident | undefined {
    const region = this.#ofIncidents.get(id);
    return region && this.#inWords(region).find((incident) => incident.id === id);
  }

  settle({ touched, died, declared }: EpisodeChanges): IncidentChanges {
    const keys = new Set(declared);
    const outdated = this.#outdated([...touched, ...died], keys);
    const episodes = [...touched, ...outdated.flatMap((region) => region.episodes), ...this.#membersOf(keys)];
    const gone = this.#forget(outdated);
    const seen = new Set(died);
    const found = episodes.flatMap((episode) => (seen.has(episode) ? [] : this.#find(this.#reach(episode, seen))));
    for (const key of keys) {
      const declaration = this.#held.declarations.get(key);
      if (declaration !== undefined && !this.#ofDeclarations.has(key))
        found.push(...this.#settleOne([], [declaration]));
    }
    for (const id of found) gone.delete(id);
    return { found, gone: [...gone] };
  }

  /**
   * The regions that a change reaches.
   *
   * @param declared takes the declarations of these regions as well.
   */
  #outdated(episodes: readonly LiveEpisode[], declared: Set<string>): readonly Region[] {
    const outdated = new Set<Region>();
    const add = (region: Region | undefined): void => {
      if (region === undefined || outdated.has(region)) return;
      outdated.add(region);
      for (const { key } of region.declarations) declared.add(key);
    };
    for (const episode of episodes) {
      add(episode.region);
      // Both ends of a link are touched when it is made; who is named together with a newcomer is not.
      for (const { region } of this.#tied(episode)) add(region);
    }
    // Grows while it is gone through.
    for (const key of declared) {
      add(this.#ofDeclarations.get(key));
      for (const { region } of this.#membersOf([key])) add(region);
    }
    return [...outdated];
  }

  #membersOf(declared: Iterable<string>): readonly LiveEpisode[] {
    return [...declared].flatMap((key) => this.#episodesOf(this.#held.declarations.get(key)?.members ?? []));
  }

  #episodesOf(keys: readonly AlertKey[]): readonly LiveEpisode[] {
    return keys.flatMap((key) => this.#held.get(key)?.episode ?? []);
  }

  /** Episodes that the service or a person names together with one. */
  *#tied(episode: LiveEpisode): Generator<LiveEpisode, undefined> {
    for (const { row } of episode.alerts) {
      for (const { members } of this.#held.declarations.naming(row.key)) yield* this.#episodesOf(members);
      const together = this.#together.get(row.key);
      if (together !== undefined) yield* this.#episodesOf(together);
    }
    return undefined;
  }

  #forget(regions: readonly Region[]): Set<string> {
    const gone = new Set<string>();
    for (const region of regions) {
      for (const id of region.incidents) {
        this.#ofIncidents.delete(id);
        gone.add(id);
      }
      for (const { key } of region.declarations) this.#ofDeclarations.delete(key);
      for (const episode of region.episodes) episode.region = undefined;
    }
    return gone;
  }

  /** All that links and words lead to. */
  #reach(start: LiveEpisode, seen: Set<LiveEpisode>): readonly LiveEpisode[] {
    const reached = [start];
    seen.add(start);
    // Grows while it is gone through.
    for (const episode of reached) {
      for (const link of episode.links) visit(otherEnd(link, episode));
      for (const other of this.#tied(episode)) visit(other);
    }
    return reached;

    function visit(episode: LiveEpisode): void {
      if (seen.has(episode)) return;
      seen.add(episode);
      reached.push(episode);
    }
  }

  #find(part: readonly LiveEpisode[]): readonly string[] {
    const declarations = new Set<Declaration>();
    let isNamed = false;
    for (const { alerts } of part) {
      for (const { row } of alerts) {
        for (const declaration of this.#held.declarations.naming(row.key)) declarations.add(declaration);
        isNamed ||= this.#together.has(row.key);
      }
    }
    // One detector about one thing: no incident, unless somebody says so.
    if (part.length === 1 && declarations.size === 0 && !isNamed) return [];
    return this.#settleOne([...part].sort(compareEpisodes), [...declarations]);
  }

  #settleOne(episodes: readonly LiveEpisode[], declarations: readonly Declaration[]): readonly string[] {
    const byKey = [...declarations].sort((a, b) => (a.key < b.key ? -1 : 1));
    const result = correlateRegion({ episodes, declarations: byKey }, this.#context);
    const incidents = columnIncidents(result).map(({ id }) => id);
    const region: Region = { episodes, declarations: byKey, incidents, inWords: undefined };
    for (const episode of episodes) episode.region = region;
    for (const { key } of declarations) this.#ofDeclarations.set(key, region);
    for (const id of incidents) this.#ofIncidents.set(id, region);
    return incidents;
  }

  /** Worked out again when somebody asks: to keep the tables of each region would take more memory than all alerts. */
  #inWords(region: Region): readonly FoundIncident[] {
    if (region.inWords === undefined) {
      const result = correlateRegion(region, this.#context);
      region.inWords = columnIncidents(result).map((incident) => foundIncident(incident, result));
    }
    return region.inWords;
  }
}

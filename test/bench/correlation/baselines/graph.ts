import type { AlertFacts } from '../facts.ts';
import { day, hour } from '../generator/units.ts';
import type { Baseline } from './baseline.ts';
import { byKey } from './baseline.ts';
import { UnionFind } from './unionFind.ts';

/** Any shared entity, at any distance in time. */
export const connectedComponents: Baseline = {
  name: 'connected components',
  group: (facts) => joinNeighbours(facts, facts.entities, Infinity, () => false),
};

/** The published outline: shared entities within two days, entities of more than 50 alerts ignored; no threat intelligence. */
export const graphWeaverLike: Baseline = {
  name: 'GraphWeaver-like',
  group: (facts) => joinNeighbours(facts, facts.entities, 48 * hour, (alerts) => alerts.length > 50),
};

/** Hubs out, a shared entity within three days, the same resource within four hours. */
export const tenLineRule: Baseline = {
  name: 'ten-line rule',
  group: (facts) => {
    const isResource = new Set(facts.resources.flat());
    const groups = new UnionFind(facts.times.length);
    for (const [key, alerts] of byKey(facts, facts.entities)) {
      const resource = isResource.has(key);
      if (!resource && isHub(facts, alerts)) continue;
      join(groups, facts, alerts, resource ? 4 * hour : 72 * hour);
    }
    return groups.labels();
  },
};

/** Seen on a dozen resources, and on three days or more. */
function isHub({ resources, times }: AlertFacts, alerts: readonly number[]): boolean {
  const fan = new Set(alerts.flatMap((alert) => resources[alert] ?? [])).size;
  const days = new Set(alerts.map((alert) => Math.floor((times[alert] ?? 0) / day))).size;
  return fan >= 12 && days >= 3;
}

function joinNeighbours(
  facts: AlertFacts,
  keys: readonly (readonly number[])[],
  window: number,
  isIgnored: (alerts: readonly number[]) => boolean,
): Int32Array {
  const groups = new UnionFind(facts.times.length);
  for (const alerts of byKey(facts, keys).values()) if (!isIgnored(alerts)) join(groups, facts, alerts, window);
  return groups.labels();
}

/** Joins each alert with the one before it that names the same, where both lie within the window. */
function join(groups: UnionFind, { times }: AlertFacts, alerts: readonly number[], window: number): void {
  for (let at = 1; at < alerts.length; at += 1) {
    const [before, after] = [alerts[at - 1] ?? 0, alerts[at] ?? 0];
    if ((times[after] ?? 0) - (times[before] ?? 0) <= window) groups.join(before, after);
  }
}

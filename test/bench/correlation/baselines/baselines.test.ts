import { describe, expect, it } from 'vitest';
import type { AlertFacts } from '../facts.ts';
import { hour } from '../generator/units.ts';
import { groupByTruth } from './ceiling.ts';
import { connectedComponents, graphWeaverLike, tenLineRule } from './graph.ts';
import { riskBased, securityCenter2019, sentinelAllEntities } from './rules.ts';

/** Alerts at an hour, with a detector, a kill-chain band, a resource and further entities. */
function factsOf(
  ...alerts: readonly (readonly [at: number, type: number, band: number, resource: number, ...others: number[]])[]
): AlertFacts {
  return {
    times: alerts.map(([at]) => at * hour),
    types: alerts.map(([, type]) => type),
    bands: alerts.map(([, , band]) => 1 << band),
    resources: alerts.map(([, , , resource]) => [resource]),
    entities: alerts.map(([, , , ...entities]) => entities),
  };
}

/** Which alerts are together, whatever the numbers of their groups. */
function partition(labels: Int32Array): readonly (readonly number[])[] {
  const grouped = [...labels.keys()].filter((alert) => (labels[alert] ?? -1) >= 0);
  return [...Map.groupBy(grouped, (alert) => labels[alert]).values()];
}

describe('baselines', () => {
  it('Security Center 2019 joins a day on one resource that shows two stages', () => {
    const facts = factsOf([1, 0, 1, 100], [5, 1, 5, 100], [30, 0, 1, 100], [31, 0, 1, 100], [2, 0, 1, 200]);
    expect(partition(securityCenter2019.group(facts))).toEqual([[0, 1]]);
  });

  it('Sentinel joins alerts whose entities all match, for 24 hours', () => {
    const facts = factsOf([0, 0, 1, 100, 7], [20, 1, 1, 100, 7], [26, 1, 1, 100, 7], [3, 1, 1, 100]);
    expect(partition(sentinelAllEntities.group(facts))).toEqual([[0, 1]]);
  });

  it('components join through any entity at any distance', () => {
    const facts = factsOf([0, 0, 1, 100, 7], [900, 1, 1, 200, 7], [901, 1, 1, 200], [2, 1, 1, 300]);
    expect(partition(connectedComponents.group(facts))).toEqual([[0, 1, 2]]);
  });

  it('GraphWeaver-like looks two days back and ignores what more than fifty alerts name', () => {
    const near = factsOf([0, 0, 1, 100, 7], [47, 1, 1, 200, 7], [100, 1, 1, 300, 7]);
    expect(partition(graphWeaverLike.group(near))).toEqual([[0, 1]]);
    const common = factsOf(...Array.from({ length: 51 }, (_, index) => [0, 0, 1, 100 + index, 7] as const));
    expect(partition(graphWeaverLike.group(common))).toEqual([]);
  });

  it('RBA-like asks for three tactics and four detectors around one entity', () => {
    const attack = [
      [0, 0, 0, 100],
      [1, 1, 1, 100],
      [2, 2, 5, 100],
      [3, 3, 5, 100],
    ] as const;
    expect(partition(riskBased.group(factsOf(...attack)))).toEqual([[0, 1, 2, 3]]);
    expect(partition(riskBased.group(factsOf(...attack.slice(1))))).toEqual([]);
  });

  it('the ten-line rule leaves hubs out and gives a resource four hours', () => {
    const facts = factsOf([0, 0, 1, 100, 7], [70, 1, 1, 200, 7], [73, 1, 1, 200], [80, 1, 1, 200]);
    expect(partition(tenLineRule.group(facts))).toEqual([[0, 1, 2]]);
    const hub = factsOf(...Array.from({ length: 12 }, (_, index) => [index * 8, 0, 1, 100 + index, 7] as const));
    expect(partition(tenLineRule.group(hub))).toEqual([]);
  });

  it('the ceiling joins what the truth joins, where an entity is shared', () => {
    const facts = factsOf([0, 0, 1, 100, 7], [1, 0, 1, 200, 7], [2, 0, 1, 300], [3, 0, 1, 100]);
    expect(partition(groupByTruth(facts, [0, 0, 0, -1]))).toEqual([[0, 1]]);
  });
});

import type { AlertFacts } from '../facts.ts';
import { byKey } from './baseline.ts';
import { UnionFind } from './unionFind.ts';

/** What no rule can beat: it knows the truth, but may join two alerts of a campaign only where they share an entity. */
export function groupByTruth(facts: AlertFacts, truth: ArrayLike<number>): Int32Array {
  const groups = new UnionFind(facts.times.length);
  for (const alerts of byKey(facts, facts.entities).values()) {
    const latest = new Map<number, number>();
    for (const alert of alerts) {
      const campaign = truth[alert] ?? -1;
      if (campaign < 0) continue;
      const before = latest.get(campaign);
      if (before !== undefined) groups.join(before, alert);
      latest.set(campaign, alert);
    }
  }
  return groups.labels();
}

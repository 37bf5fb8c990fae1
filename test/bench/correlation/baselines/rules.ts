import type { AlertFacts } from '../facts.ts';
import { day, hour } from '../generator/units.ts';
import type { Baseline } from './baseline.ts';
import { byKey, chronological } from './baseline.ts';

/** Security Center, 2019: the alerts of one resource and day, where they show two stages of the kill chain. */
export const securityCenter2019: Baseline = {
  name: 'ASC 2019',
  group: (facts) => {
    const labels = noLabels(facts);
    let group = 0;
    for (const alerts of byKey(facts, facts.resources).values()) {
      for (const ofDay of splitBy(alerts, (alert) => Math.floor((facts.times[alert] ?? 0) / day))) {
        if (countBits(ofDay.reduce((bits, alert) => bits | (facts.bands[alert] ?? 0), 0)) < 2) continue;
        for (const alert of ofDay) labels[alert] = group;
        group += 1;
      }
    }
    return labels;
  },
};

/** Sentinel's recommended setting: all entities match, within 24 hours of the first, 150 alerts at most. */
export const sentinelAllEntities: Baseline = {
  name: 'Sentinel all entities',
  group: (facts) => {
    const labels = noLabels(facts);
    const open = new Map<string, { group: number; until: number; count: number }>();
    let group = 0;
    for (const alert of chronological(facts)) {
      const named = [...(facts.entities[alert] ?? [])].sort((a, b) => a - b).join(' ');
      const time = facts.times[alert] ?? 0;
      const known = open.get(named);
      if (known && time <= known.until && known.count < 150) {
        labels[alert] = known.group;
        known.count += 1;
        continue;
      }
      open.set(named, { group, until: time + 24 * hour, count: 1 });
      labels[alert] = group;
      group += 1;
    }
    return withoutSingles(labels);
  },
};

/** Risk-based alerting: a risk object with three tactics and four detectors within a week. */
export const riskBased: Baseline = {
  name: 'RBA-like',
  group: (facts) => {
    const labels = noLabels(facts);
    let group = 0;
    for (const alerts of byKey(facts, facts.entities).values()) {
      for (const week of windows(facts, alerts, 7 * day)) {
        const free = week.filter((alert) => (labels[alert] ?? -1) < 0);
        const tactics = countBits(free.reduce((bits, alert) => bits | (facts.bands[alert] ?? 0), 0));
        if (tactics < 3 || new Set(free.map((alert) => facts.types[alert])).size < 4) continue;
        for (const alert of free) labels[alert] = group;
        group += 1;
      }
    }
    return labels;
  },
};

function noLabels({ times }: AlertFacts): Int32Array {
  return new Int32Array(times.length).fill(-1);
}

function splitBy(alerts: readonly number[], part: (alert: number) => number): readonly (readonly number[])[] {
  const parts = new Map<number, number[]>();
  for (const alert of alerts) {
    const known = parts.get(part(alert));
    if (known === undefined) parts.set(part(alert), [alert]);
    else known.push(alert);
  }
  return [...parts.values()];
}

/** Runs of alerts that end once the span from the first exceeds the window. */
function windows({ times }: AlertFacts, alerts: readonly number[], span: number): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let until = -Infinity;
  for (const alert of alerts) {
    const time = times[alert] ?? 0;
    const current = runs.at(-1);
    if (current !== undefined && time <= until) current.push(alert);
    else {
      runs.push([alert]);
      until = time + span;
    }
  }
  return runs;
}

function countBits(bits: number): number {
  let [left, count] = [bits, 0];
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}

function withoutSingles(labels: Int32Array): Int32Array {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return labels.map((label) => ((sizes.get(label) ?? 0) < 2 ? -1 : label));
}

import type { AlertKey } from '../../alert.ts';
import type { Incident } from '../../incident.ts';
import type { CorrelationLink } from '../correlationLink.ts';

/**
 * The links that lead from one alert of an incident to another, in order; undefined when none do: one of them is not
 * linked but declared by the service, or repeats another.
 */
export function whyTogether(incident: Incident, from: AlertKey, to: AlertKey): readonly CorrelationLink[] | undefined {
  const neighbours = new Map<AlertKey, CorrelationLink[]>();
  for (const link of incident.links) {
    for (const key of [link.from, link.to]) {
      const known = neighbours.get(key);
      if (known === undefined) neighbours.set(key, [link]);
      else known.push(link);
    }
  }
  const pathTo = new Map<AlertKey, readonly CorrelationLink[]>([[from, []]]);
  for (const [key, path] of pathTo) {
    if (key === to) return path;
    for (const link of neighbours.get(key) ?? []) {
      const next = link.from === key ? link.to : link.from;
      if (!pathTo.has(next)) pathTo.set(next, [...path, link]);
    }
  }
  return undefined;
}

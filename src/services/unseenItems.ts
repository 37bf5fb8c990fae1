import type { StoreState } from './storeState.ts';
import { isOpen } from '../domain/alertStatus.ts';
import { isIncidentOpen } from './tree/treeIndex.ts';

/**
 * Keys of the open high-severity items that nobody has opened yet: incidents, and alerts that are in none. Members count
 * through their incident, so that one attack is one item. Whoever has opened one of two incidents that were merged has
 * opened what came of them.
 */
export function unseenHighItems({ correlation }: StoreState, seen: ReadonlySet<string>): readonly string[] {
  const incidents = correlation.incidents.filter(
    (incident) => incident.severity === 'High' && isIncidentOpen(incident, correlation),
  );
  const alerts = correlation.standalone.filter((key) => {
    const alert = correlation.alerts.get(key);
    return alert?.severity === 'High' && isOpen(alert.status);
  });
  const merged = [...correlation.formerIds].filter(([old]) => seen.has(old)).map(([, id]) => id);
  const opened = new Set([...seen, ...merged]);
  return [...incidents.map(({ id }) => id), ...alerts].filter((key) => !opened.has(key));
}

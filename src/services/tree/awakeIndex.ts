import type { Alert } from '../../domain/alert.ts';
import type { Correlation } from '../../domain/correlation/correlation.ts';
import { isIncidentOpen, type AlertGroup, type TreeIndex } from './treeIndex.ts';

/**
 * The index with what is asleep in a list of its own: snoozed incidents, with them the alerts that are in no other, and
 * snoozed alerts. The same index where nothing sleeps.
 *
 * @param asleep ids of incidents and keys of alerts.
 */
export function awakeIndex(index: TreeIndex, correlation: Correlation, asleep: ReadonlyMap<string, number>): TreeIndex {
  if (asleep.size === 0) return index;
  const incidents = index.incidents.filter(({ id }) => !asleep.has(id));
  const isAwake = ({ key }: Alert): boolean => {
    const within = correlation.incidentsOf.get(key) ?? [];
    return !asleep.has(key) && (within.length === 0 || within.some((id) => !asleep.has(id)));
  };
  const isAlone = ({ key }: Alert): boolean => !correlation.incidentsOf.has(key);
  const groups = new Map(
    [...index.groups].flatMap(([group, alerts]): [AlertGroup, readonly Alert[]][] => {
      const awake = alerts.filter(isAwake);
      return awake.length === 0 ? [] : [[group, awake]];
    }),
  );
  return {
    ...index,
    incidents,
    openIncidents: incidents.filter((incident) => isIncidentOpen(incident, correlation)).length,
    groups,
    aloneIn: new Map([...groups].map(([group, alerts]) => [group, alerts.filter(isAlone).length])),
    openHighItems: index.openHighItems.filter((id) => !asleep.has(id)),
    alertCount: [...groups.values()].reduce((sum, { length }) => sum + length, 0),
    standaloneCount: [...groups.values()].reduce((sum, alerts) => sum + alerts.filter(isAlone).length, 0),
    snoozed: {
      incidents: index.incidents.filter(({ id }) => asleep.has(id)),
      // An incident of the service has the key of the alert that declares it.
      alerts: [...asleep.keys()].flatMap((id) =>
        index.incidentById.has(id) ? [] : (correlation.alerts.get(id) ?? []),
      ),
    },
  };
}

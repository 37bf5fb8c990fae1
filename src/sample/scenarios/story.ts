import type { AlertDraft, IncidentDraft, Story } from '../wire/alertDraft.ts';

/**
 * A story of some alerts, and of the incidents that the service made of them.
 * @param name prefixed to every key, so that keys are unique as long as the names of stories are
 */
export function story(name: string, alerts: readonly AlertDraft[], incidents: readonly IncidentDraft[] = []): Story {
  const full = (key: string): string => `${name}/${key}`;
  const named = (draft: AlertDraft): AlertDraft => ({ ...draft, key: full(draft.key) });
  return {
    alerts: alerts.map(named),
    incidents: incidents.map((incident) => ({
      ...incident,
      key: full(incident.key),
      members: incident.members.map(full),
      missing: (incident.missing ?? []).map(named),
    })),
  };
}

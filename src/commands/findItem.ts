import type { Alert } from '../domain/alert.ts';
import type { Correlation } from '../domain/correlation/correlation.ts';
import type { Incident } from '../domain/incident.ts';
import type { ItemTarget } from '../protocol/panelTarget.ts';
import { findIncident } from '../services/findIncident.ts';

export type Item =
  { readonly kind: 'incident'; readonly incident: Incident } | { readonly kind: 'alert'; readonly alert: Alert };

/** What a target names at this moment; undefined when it is no longer listed. */
export function findItem({ kind, id }: ItemTarget, correlation: Correlation): Item | undefined {
  if (kind === 'incident') {
    const incident = findIncident(correlation, id);
    return incident && { kind, incident };
  }
  const alert = correlation.alerts.get(id);
  return alert && { kind, alert };
}

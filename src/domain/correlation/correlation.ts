import type { Alert, AlertKey } from '../alert.ts';
import type { Incident, IncidentId } from '../incident.ts';
import type { CommonThing } from './tuning/commonThings.ts';

/**
 * Outcome of one correlation run. Deterministic: the same alerts in any order give the same result, unless two different
 * deliveries of one alert carry the same processing time; then the one that was read last stands.
 */
export interface Correlation {
  /** Newest activity first. */
  readonly incidents: readonly Incident[];
  /** Alerts in no incident, newest first. */
  readonly standalone: readonly AlertKey[];
  /** Every alert by key, newest first, re-deliveries folded into one; the service's incident alerts are among them. */
  readonly alerts: ReadonlyMap<AlertKey, Alert>;
  /** The incidents that an alert is in; an alert can be in several. Absent for standalone alerts. */
  readonly incidentsOf: ReadonlyMap<AlertKey, readonly IncidentId[]>;
  /** Ids that incidents had before they were merged, each with the id to look under now. */
  readonly formerIds: ReadonlyMap<IncidentId, IncidentId>;
  /** What was found to connect nothing, because too much has it in common; most alerts first. */
  readonly commonThings: readonly CommonThing[];
}

/** What there is before anything was correlated. */
export const emptyCorrelation: Correlation = {
  incidents: [],
  standalone: [],
  alerts: new Map(),
  incidentsOf: new Map(),
  formerIds: new Map(),
  commonThings: [],
};

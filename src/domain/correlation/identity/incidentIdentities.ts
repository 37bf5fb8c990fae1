import type { AlertKey } from '../../alert.ts';
import type { IncidentId } from '../../incident.ts';

/** An incident of our own that was found before, as far as it takes to know it again. */
export interface KnownIncident {
  readonly id: IncidentId;
  /** Its first activity, epoch milliseconds; Infinity where no alert had a time. The older of two survives a merge. */
  readonly since: number;
  /** Its earliest alerts, chronological: several, because the first ones age out of the list first. */
  readonly anchors: readonly AlertKey[];
}

/** What is remembered of ids from one run of correlation to the next. */
export interface IncidentIdentities {
  /** Those seen longest ago first. Not the service's incidents: the declaring alert's key is their id, always. */
  readonly known: readonly KnownIncident[];
  /** Ids that were given up in a merge, each with the id that survived: one step leads to the end. Oldest first. */
  readonly formerIds: ReadonlyMap<IncidentId, IncidentId>;
}

export const noIdentities: IncidentIdentities = { known: [], formerIds: new Map() };

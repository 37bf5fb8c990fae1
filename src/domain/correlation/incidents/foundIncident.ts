import type { AlertKey } from '../../alert.ts';
import type { CorrelationLink } from '../correlationLink.ts';
import type { ColumnIncident } from './columnIncident.ts';

/** An incident as it was found, with keys in place of rows: plain data that means the same in every thread. */
export interface FoundIncident extends Omit<ColumnIncident, 'rows' | 'takenAway' | 'joinedBy'> {
  /** Its alerts that are in the list, chronological. */
  readonly alertKeys: readonly AlertKey[];
  /** Of a declared incident the alerts that a person took away from the others; among its alerts all the same. */
  readonly takenAway: readonly AlertKey[];
  /** One sentence: what makes these alerts one incident. Holds texts of alerts: shown as text only. */
  readonly sentence: string;
  /** A tree over its alerts; fewer where the service alone says that an alert belongs. */
  readonly links: readonly CorrelationLink[];
  /** How many of its alerts have no link because they repeat one that has. */
  readonly repeats: number;
}

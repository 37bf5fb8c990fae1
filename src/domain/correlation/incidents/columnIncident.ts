import type { AlertKey } from '../../alert.ts';
import type { Severity } from '../../severity.ts';
import type { JoiningLink } from '../grouping/groupEpisodes.ts';

/** `mixed`: the service declared it, and correlation found more alerts that belong to it. */
type IncidentKind = 'service' | 'local' | 'mixed';

/** One incident as correlation finds it, before it is dressed with the alerts' own words. */
export interface ColumnIncident {
  /** Of a declared incident the declaring alert's key; else "local:" and the key of its earliest alert. */
  readonly id: string;
  readonly kind: IncidentKind;
  readonly title: string;
  readonly severity: Severity;
  /** 0 to 100. */
  readonly score: number;
  readonly declaredBy?: AlertKey;
  /** Rows of its alerts, chronological. Members that are not in the list have none. */
  readonly rows: readonly number[];
  /** Of a declared incident the rows that a person took away from the others; among `rows` all the same. */
  readonly takenAway: readonly number[];
  /** What joined its episodes: a tree; fewer where the service alone says that an alert belongs. See `explainIncident`. */
  readonly joinedBy: readonly JoiningLink[];
}

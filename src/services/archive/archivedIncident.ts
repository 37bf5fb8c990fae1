import { alertStatuses, type AlertStatus } from '../../domain/alertStatus.ts';
import { severities, type Severity } from '../../domain/severity.ts';
import { array, finite, object, oneOf, string, type Guard } from '../../protocol/schema.ts';

/** An incident as it was when it was recorded. Texts are display text; times are epoch milliseconds UTC. */
export interface ArchivedIncident {
  readonly id: string;
  readonly title: string;
  /** Who put its alerts together, as `Incident.origin`. */
  readonly origin: 'service' | 'local' | 'mixed';
  readonly severity: Severity;
  /** 0 to 100. */
  readonly score: number;
  readonly firstActivity?: number;
  readonly lastActivity?: number;
  readonly subscriptionId: string;
  readonly subscriptionName?: string;
  readonly tenantId?: string;
  readonly tenantName?: string;
  /** ARM ids of what was attacked. */
  readonly targets: readonly string[];
  /** In the order of the incident. */
  readonly members: readonly ArchivedMember[];
  /** Members and targets beyond what one incident may keep. */
  readonly leftOut: number;
  /** Why its alerts are one incident. */
  readonly reason: string;
  /** When this version was seen first. */
  readonly recordedAt: number;
}

export interface ArchivedMember {
  /** Tells members of one incident apart; absent where the service named the alert without an id. */
  readonly id?: string;
  readonly title: string;
  readonly severity: Severity;
  readonly type?: string;
  readonly time?: number;
  /** Absent for an alert that was not in the list any more. */
  readonly status?: AlertStatus;
}

const severity = oneOf(...severities);

const member: Guard<ArchivedMember> = object(
  { title: string, severity },
  { id: string, type: string, time: finite, status: oneOf(...alertStatuses) },
);

export const isArchivedIncident: Guard<ArchivedIncident> = object(
  {
    id: string,
    title: string,
    origin: oneOf('service', 'local', 'mixed'),
    severity,
    score: finite,
    subscriptionId: string,
    targets: array(string),
    members: array(member),
    leftOut: finite,
    reason: string,
    recordedAt: finite,
  },
  {
    firstActivity: finite,
    lastActivity: finite,
    subscriptionName: string,
    tenantId: string,
    tenantName: string,
  },
);

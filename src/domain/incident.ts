import type { AlertKey } from './alert.ts';
import type { CorrelationLink } from './correlation/correlationLink.ts';
import type { Severity } from './severity.ts';
import type { Tactic } from './killChain.ts';

/**
 * Identity of an incident. A service incident has the key of the alert that declares it; a local one has "local:" and
 * the key of the alert that was its earliest when it was found first, and keeps that (see `continueIdentities`).
 */
export type IncidentId = string & { readonly __incidentId?: never };

/** Why an alert is a member; typed so that each surface says it in its own words. */
type MembershipReason =
  | { readonly kind: 'declaredByService' }
  /** The strongest link that ties the alert to another of the incident. */
  | { readonly kind: 'linked'; readonly link: CorrelationLink }
  /** The same detector said the same about the same things within the hour; its first alert has the link. */
  | { readonly kind: 'repeated' }
  /** A person made an incident of it. */
  | { readonly kind: 'startedByPerson' }
  /** The service declared it and a person took it away: it is shown, because nothing of the service's is hidden. */
  | { readonly kind: 'takenAwayByPerson' };

/** What the service's incident says about a member that is not in the list (deleted, older than 90 days, no access). */
export interface MissingMember {
  readonly kind: 'missing';
  /** First of the ids that the service named; absent when it named none. */
  readonly systemAlertId?: string;
  readonly displayName: string;
  readonly severity: Severity;
  readonly alertType?: string;
  readonly compromisedEntity?: string;
  readonly startTime?: number;
  readonly endTime?: number;
}

export interface AlertMember {
  readonly kind: 'alert';
  readonly alertKey: AlertKey;
  readonly reason: MembershipReason;
}

export type IncidentMember = AlertMember | MissingMember;

/**
 * Alerts that tell one attack. Times are epoch milliseconds UTC. Members are chronological. Immutable; made by
 * `correlate` from the alerts of one moment.
 */
export interface Incident {
  readonly id: IncidentId;
  /** `mixed`: the service declared it, and correlation found more alerts that belong to it. */
  readonly origin: 'service' | 'local' | 'mixed';
  readonly title: string;
  readonly severity: Severity;
  /** 0 to 100: how much it deserves to be looked at first. */
  readonly score: number;
  /** One sentence: what makes these alerts one incident. Holds texts of alerts: shown as text only. */
  readonly sentence: string;
  /** A tree over the alerts that were linked: exactly one path between any two. */
  readonly links: readonly CorrelationLink[];
  /** How many of its alerts have no link because they repeat one that has. */
  readonly repeats: number;
  /** Lower case. */
  readonly subscriptionId: string;
  /** The service's own incident alert; absent for local incidents. */
  readonly declaredBy?: AlertKey;
  /** A person wants it to stand first. */
  readonly pinned?: true;
  readonly members: readonly IncidentMember[];
  /** ARM ids as sent, of all members, without repeats. */
  readonly resourceIds: readonly string[];
  /** Tactics seen, in kill-chain order. */
  readonly tactics: readonly Tactic[];
  readonly firstActivity?: number;
  readonly lastActivity?: number;
}

/** Keys of the members that are in the list. */
export function memberKeys(incident: Incident): readonly AlertKey[] {
  return incident.members.flatMap((member) => (member.kind === 'alert' ? [member.alertKey] : []));
}

export function missingMembers(incident: Incident): readonly MissingMember[] {
  return incident.members.filter((member) => member.kind === 'missing');
}

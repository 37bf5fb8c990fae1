import type { EntityDraft } from './entityDraft.ts';
import type { SampleResource } from './resource.ts';
import type { DayTime } from './ticks.ts';

type SampleSeverity = 'Informational' | 'Low' | 'Medium' | 'High';
export type SampleStatus = 'Active' | 'InProgress' | 'Resolved' | 'Dismissed';

/**
 * A kind of alert: everything that all alerts of one type say alike. In `description` and `steps`, `{resource}` and
 * other names in braces stand for the facts of one alert.
 */
export interface AlertKind {
  readonly alertType: string;
  readonly title: string;
  readonly severity: SampleSeverity;
  /** One tactic or several, as the service writes them: `Persistence, CredentialAccess`. */
  readonly intent: string;
  readonly description: string;
  readonly steps: readonly string[];
  readonly component?: string;
  /** The product that raised it, where that is not Defender for Cloud itself. */
  readonly product?: string;
  readonly techniques?: readonly string[];
  readonly subTechniques?: readonly string[];
}

/** One alert as a story tells it. */
export interface AlertDraft {
  /** Unique in the whole sample environment and never changed: the alert's GUID is made from it. */
  readonly key: string;
  readonly kind: AlertKind;
  /** `now` only for alerts that are made during the session, such as simulated ones. */
  readonly at: DayTime | 'now';
  /** Minutes from first to last activity; 0 when absent. */
  readonly lasts?: number;
  /** Instead of `lasts`: still going on, last seen this many minutes before *now*. */
  readonly lastSeen?: number;
  readonly on: SampleResource;
  /** Writes the resource's id in the shouted casing. */
  readonly shouted?: boolean;
  readonly status?: SampleStatus;
  readonly severity?: SampleSeverity;
  /** Values for the names in braces. `{resource}` is always known. */
  readonly facts?: Readonly<Record<string, string>>;
  /** `extendedProperties`, all strings, in the service's way of writing keys. */
  readonly details?: Readonly<Record<string, string>>;
  /** Besides the resource itself. */
  readonly entities?: readonly EntityDraft[];
  readonly links?: readonly { readonly href: string; readonly label: string; readonly category?: string }[];
  readonly evidence?: object;
}

/** An incident that the service itself made of some alerts. */
export interface IncidentDraft {
  readonly key: string;
  readonly title: string;
  readonly severity: SampleSeverity;
  readonly status?: SampleStatus;
  readonly on: SampleResource;
  /** What the attacker has done, as it stands in the middle of the description: `abused resource in`. */
  readonly stage: string;
  /** Keys of alerts of the same story; alerts that are in the list. */
  readonly members: readonly string[];
  /** Members that the list no longer has: the incident alone remembers them. */
  readonly missing?: readonly AlertDraft[];
}

export interface Story {
  readonly alerts: readonly AlertDraft[];
  readonly incidents?: readonly IncidentDraft[];
}

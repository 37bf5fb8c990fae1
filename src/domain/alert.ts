import type { AlertStatus } from './alertStatus.ts';
import type { Entity } from './entity.ts';
import type { Json, JsonObject } from './json.ts';
import type { Tactic } from './killChain.ts';
import type { Severity } from './severity.ts';

/** Identity of an alert everywhere in the product: its lower-case `systemAlertId`, stable when the alert is re-delivered. */
export type AlertKey = string & { readonly __alertKey?: never };

/** A resource that an alert points at (`resourceIdentifiers`). */
export interface AlertResource {
  /** "AzureResource", "LogAnalytics", "AAD" as sent, or "Unknown". */
  readonly type: string;
  /** ARM id as sent, for Azure resources. */
  readonly azureResourceId?: string;
  /** Everything the service sent about it. */
  readonly properties: JsonObject;
}

/** A link that the service attached. The address is hostile until `safeLink` has checked it. */
export interface AlertLink {
  readonly label: string;
  readonly href: string;
  readonly category?: string;
}

export interface ExtendedProperty {
  /** A human label with a lower-cased first letter, as sent: "source IP(s) [Number of attempts]". */
  readonly name: string;
  readonly value: Json;
}

/** Wire words that this version does not know, kept so that they can be shown beside "Unknown". */
export interface UnrecognizedWords {
  readonly severity?: string;
  readonly status?: string;
  readonly intents?: readonly string[];
}

/**
 * One Defender for Cloud alert. Times are epoch milliseconds UTC, and absent when the service sent none or one that
 * cannot be read. Immutable: a new state of the alert is a new object.
 */
export interface Alert {
  readonly key: AlertKey;
  /** ARM id as sent: decides the endpoint for state changes. */
  readonly id: string;
  readonly name: string;
  readonly systemAlertId: string;
  /** Lower case. */
  readonly subscriptionId: string;
  readonly resourceGroup?: string;
  /** Security location from the id ("centralus"); not where the resource lives. */
  readonly location?: string;
  readonly tenantId?: string;

  readonly alertType: string;
  readonly displayName: string;
  readonly description: string;
  readonly severity: Severity;
  readonly status: AlertStatus;
  readonly isIncident: boolean;
  readonly tactics: readonly Tactic[];
  readonly techniques: readonly string[];
  readonly subTechniques: readonly string[];
  readonly unrecognized?: UnrecognizedWords;

  readonly startTime?: number;
  readonly endTime?: number;
  readonly generatedTime?: number;
  readonly processingEndTime?: number;

  readonly compromisedEntity?: string;
  readonly vendorName?: string;
  readonly productName?: string;
  readonly productComponentName?: string;
  readonly correlationKey?: string;
  readonly version?: string;
  readonly alertUri?: string;

  readonly resources: readonly AlertResource[];
  readonly entities: readonly Entity[];
  /** As sent, in any of eight shapes; `normalizeRemediation` turns them into steps. */
  readonly remediationSteps: readonly string[];
  readonly extendedProperties: readonly ExtendedProperty[];
  readonly extendedLinks: readonly AlertLink[];
  readonly supportingEvidence?: JsonObject;
  /** Wire properties that this version does not know, so that nothing the service says is lost. */
  readonly additional?: JsonObject;
  /** Names of wire properties whose values had a type that cannot be used; shown, so that nothing is lost silently. */
  readonly unreadable?: readonly string[];
}

export function toAlertKey(systemAlertId: string): AlertKey {
  return systemAlertId.toLowerCase();
}

/** When the alert's activity began, or when the service reported it: the time that lists sort by. Undefined when unknown. */
export function alertTime(alert: Alert): number | undefined {
  return alert.startTime ?? alert.generatedTime ?? alert.processingEndTime;
}

/** When the alert's activity was last seen. Undefined when unknown. */
export function lastActivityTime(alert: Alert): number | undefined {
  return alert.endTime ?? alertTime(alert);
}

/** Chronological order; unknown times last; ties by key, so that the order never depends on delivery. */
export function compareAlertTime(a: Alert, b: Alert): number {
  const byTime = (alertTime(a) ?? Infinity) - (alertTime(b) ?? Infinity);
  if (byTime !== 0 && !Number.isNaN(byTime)) return byTime;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** The ARM ids that an alert points at, as sent, without repeats (compared without regard to case). */
export function azureResourceIds(alert: Alert): readonly string[] {
  const seen = new Map<string, string>();
  for (const { azureResourceId } of alert.resources) {
    if (azureResourceId === undefined) continue;
    const folded = azureResourceId.toLowerCase();
    if (!seen.has(folded)) seen.set(folded, azureResourceId);
  }
  return [...seen.values()];
}

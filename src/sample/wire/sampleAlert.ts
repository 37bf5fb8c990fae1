import type { SampleStatus } from './alertDraft.ts';
import type { EntityDraft } from './entityDraft.ts';

/** A resource identifier before it has its `$id`. */
export type ResourceIdentifierDraft = Readonly<Record<string, string>>;

/** The properties of an alert that no answer changes, in the order in which the service writes them. */
export interface FixedProperties {
  readonly timeGeneratedUtc: string;
  readonly processingEndTimeUtc: string;
  readonly vendorName: string;
  readonly productName: string;
  readonly productComponentName?: string;
  readonly alertType: string;
  readonly startTimeUtc: string;
  readonly endTimeUtc: string;
  readonly severity: string;
  readonly isIncident: boolean;
  readonly intent: string;
  readonly compromisedEntity: string;
  readonly alertDisplayName: string;
  readonly description: string;
  readonly remediationSteps: readonly string[];
  readonly extendedProperties: Readonly<Record<string, string>>;
  readonly extendedLinks?: readonly object[];
  readonly alertUri: string;
  readonly techniques?: readonly string[];
  readonly subTechniques?: readonly string[];
  readonly supportingEvidence?: object;
}

/** An alert with its times and ids settled for this session. Only its status can still change. */
export interface SampleAlert {
  readonly subscriptionId: string;
  /** Absent for alerts at subscription level. */
  readonly resourceGroup?: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly status: SampleStatus;
  readonly fixed: FixedProperties;
  readonly resourceIdentifiers: readonly ResourceIdentifierDraft[];
  readonly entities: readonly EntityDraft[];
}

import type { JsonObject } from '../../../src/domain/json.ts';

/** An alert as the alerts API 2022-01-01 sends it. */
export type Row = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: RowProperties;
};

type RowProperties = {
  readonly alertType: string;
  readonly alertDisplayName: string;
  readonly alertUri: string;
  readonly systemAlertId: string;
  readonly startTimeUtc: string;
  readonly endTimeUtc: string;
  readonly processingEndTimeUtc: string;
  readonly severity: string;
  readonly intent: string;
  readonly isIncident: boolean;
  readonly compromisedEntity: string;
  readonly resourceIdentifiers: readonly JsonObject[];
  readonly entities: readonly JsonObject[];
  readonly extendedProperties: Readonly<Record<string, string>>;
  readonly [name: string]: JsonObject[string];
};

/** A row with the truth about it. */
export interface LabelledRow {
  readonly row: Row;
  /** Absent for benign alerts. A service incident has the campaign that it speaks of. */
  readonly campaign?: string;
}

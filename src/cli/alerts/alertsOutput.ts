import type { Alert } from '../../domain/alert.ts';
import type { Json } from '../../domain/json.ts';
import type { AlertFormat } from './alertsListOptions.ts';
import type { AlertsReport } from './alertsReport.ts';
import { alertsJson } from './formats/alertsJson.ts';
import { alertsNdjson } from './formats/alertsNdjson.ts';
import { alertsTable } from './formats/alertsTable.ts';

export interface FoundAlert {
  readonly alert: Alert;
  /** As Azure sent it; absent where the format does not print it. */
  readonly row?: Json | undefined;
  /** Display name. */
  readonly subscription: string;
}

/** One way to print alerts; the parts are asked for in this order, `alerts` any number of times. */
export interface AlertsOutput {
  /** Prints the rows themselves, so that they must be kept. */
  readonly needsRows: boolean;
  begin(): Iterable<string>;
  alerts(found: Iterable<FoundAlert>): Iterable<string>;
  end(report: AlertsReport): Iterable<string>;
}

export const alertsOutputs: Readonly<Record<AlertFormat, () => AlertsOutput>> = {
  ndjson: alertsNdjson,
  json: alertsJson,
  table: alertsTable,
};

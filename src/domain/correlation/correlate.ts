import type { Alert } from '../alert.ts';
import { finish, type Steps } from '../steps.ts';
import { alertsByKey } from './alertsByKey.ts';
import { AlertTable } from './alertTable.ts';
import { assembleCorrelation } from './assembleCorrelation.ts';
import type { ColumnCorrelation } from './correlateColumns.ts';
import type { Correlation } from './correlation.ts';
import { defaultOptions, type CorrelationOptions } from './correlationOptions.ts';
import { findIncidents } from './findIncidents.ts';

/** A correlation with what was computed for it. */
export interface ExplainedCorrelation {
  readonly correlation: Correlation;
  /** For whoever asks why. */
  readonly computed: ColumnCorrelation;
}

/**
 * Groups alerts into incidents. The service's own incidents are always there, with all their members; correlation adds
 * alerts to them and incidents of its own, and hides nothing. Pure, and independent of the order of delivery.
 */
export function* correlateInSteps(
  delivered: readonly (readonly Alert[])[],
  options: CorrelationOptions,
): Steps<ExplainedCorrelation> {
  const alerts = yield* alertsByKey(delivered);
  const table = new AlertTable();
  for (const alert of alerts.values()) {
    table.add(alert);
    yield;
  }
  const found = yield* findIncidents(table, options);
  return { correlation: yield* assembleCorrelation(alerts, found, options.corrections), computed: found.computed };
}

/** The same, all at once. */
export function correlate(delivered: readonly Alert[], options: CorrelationOptions = defaultOptions): Correlation {
  return finish(correlateInSteps([delivered], options)).correlation;
}

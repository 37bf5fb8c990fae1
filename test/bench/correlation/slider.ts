import { isSkippedRow, mapAlert } from '../../../src/azure/mapAlert.ts';
import { WordPool } from '../../../src/azure/wire/wordPool.ts';
import { AlertTable } from '../../../src/domain/correlation/alertTable.ts';
import { correlateColumns } from '../../../src/domain/correlation/correlateColumns.ts';
import { defaultOptions } from '../../../src/domain/correlation/correlationOptions.ts';
import { columnIncidents } from '../../../src/domain/correlation/incidents/columnIncidents.ts';
import { thresholdsOf } from '../../../src/domain/correlation/tuning/precision.ts';
import { Deliveries } from './deliveries.ts';
import type { GenerateOptions } from './generator/generate.ts';
import { measure } from './metrics.ts';
import { surveyDeliveries } from './survey.ts';

export interface SliderPlace {
  readonly precision: number;
  /** Incidents that hold two campaigns, for each hundred campaigns: benign groups must not dilute them. */
  readonly falseMerges: number;
  /** Share of the campaigns. */
  readonly split: number;
  /** Share of the benign alerts that are in an incident. */
  readonly benignGrouped: number;
}

/** What correlation makes of one world at each place of the slider. */
export function measureSlider(options: GenerateOptions, places: readonly number[]): readonly SliderPlace[] {
  const deliveries = new Deliveries(options);
  const { judged, truth } = surveyDeliveries(deliveries, false);
  const [table, words, keys] = [new AlertTable(), new WordPool(), new Array<string>()];
  for (const row of deliveries) {
    const alert = mapAlert(row, { subscriptionId: '' }, keys.length, words);
    if (isSkippedRow(alert)) throw new Error(`The engine refuses row ${keys.length}: ${alert.reason}`);
    table.add(alert);
    keys.push(alert.key);
  }
  const columns = table.columns();
  return places.map((precision) => {
    const result = correlateColumns(columns, { ...defaultOptions, thresholds: thresholdsOf(precision) });
    const incidentOf = new Map<string, number>();
    columnIncidents(result).forEach(({ rows }, index) => {
      for (const row of rows)
        if (!incidentOf.has(columns.keys[row] ?? '')) incidentOf.set(columns.keys[row] ?? '', index);
    });
    const metrics = measure(
      truth,
      judged.map((position) => incidentOf.get(keys[position] ?? '') ?? -1),
    );
    const { falseMerges, groups, campaigns, split, benignGrouped } = metrics;
    return { precision, falseMerges: (100 * falseMerges * groups) / campaigns, split, benignGrouped };
  });
}

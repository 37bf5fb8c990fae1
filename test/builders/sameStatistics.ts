import { correlateColumns, type ColumnCorrelation } from '../../src/domain/correlation/correlateColumns.ts';
import type { CorrelationOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { foundIncident } from '../../src/domain/correlation/findIncidents.ts';
import { columnIncidents } from '../../src/domain/correlation/incidents/columnIncidents.ts';
import type { FoundIncident } from '../../src/domain/correlation/incidents/foundIncident.ts';
import type { IncrementalCorrelation } from '../../src/domain/correlation/incremental/incrementalCorrelation.ts';
import { commonThings, type CommonThing } from '../../src/domain/correlation/tuning/commonThings.ts';

/** What a run over all alerts that an engine holds finds with the statistics that the engine has learnt. */
export function withSameStatistics(
  engine: IncrementalCorrelation,
  options: CorrelationOptions,
): {
  readonly computed: ColumnCorrelation;
  readonly incidents: readonly FoundIncident[];
  readonly commonThings: readonly CommonThing[];
} {
  const computed = correlateColumns(engine.columns(), options, engine.statistics);
  const incidents = columnIncidents(computed).map((incident) => foundIncident(incident, computed));
  return { computed, incidents, commonThings: commonThings(computed) };
}

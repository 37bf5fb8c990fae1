import type { Alert } from '../../src/domain/alert.ts';
import { correlateInSteps } from '../../src/domain/correlation/correlate.ts';
import type { ColumnCorrelation } from '../../src/domain/correlation/correlateColumns.ts';
import type { Correlation } from '../../src/domain/correlation/correlation.ts';
import { defaultOptions, type CorrelationOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { finish } from '../../src/domain/steps.ts';

/** A correlation and what was computed for it, in one. */
export function explained(
  alerts: readonly Alert[],
  options: CorrelationOptions = defaultOptions,
): Correlation & { readonly computed: ColumnCorrelation } {
  const { correlation, computed } = finish(correlateInSteps([alerts], options));
  return { ...correlation, computed };
}

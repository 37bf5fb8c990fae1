import type { Alert } from '../domain/alert.ts';
import type { RemediationStep } from '../domain/remediation/step.ts';
import { normalizeRemediation } from '../domain/remediation/normalizeRemediation.ts';

/** Gives an alert's remediation as steps, worked out once for each alert object and forgotten with it. */
export function rememberSteps(): (alert: Alert) => readonly RemediationStep[] {
  const known = new WeakMap<Alert, readonly RemediationStep[]>();
  return (alert) => {
    const steps = known.get(alert) ?? normalizeRemediation(alert.remediationSteps);
    known.set(alert, steps);
    return steps;
  };
}

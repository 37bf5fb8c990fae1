import type { Alert } from '../domain/alert.ts';
import { normalizeRemediation } from '../domain/remediation/normalizeRemediation.ts';
import type { RemediationStep } from '../domain/remediation/step.ts';

/** Steps per alert object: an alert never changes, and an incident asks for its members' steps several times. */
const remembered = new WeakMap<Alert, readonly RemediationStep[]>();

/** The alert's remediation, normalised. */
export function stepsOfAlert(alert: Alert): readonly RemediationStep[] {
  const known = remembered.get(alert);
  if (known !== undefined) return known;
  const steps = normalizeRemediation(alert.remediationSteps);
  remembered.set(alert, steps);
  return steps;
}

import type { Alert } from '../../domain/alert.ts';
import type { Severity } from '../../domain/severity.ts';
import type { RowFacts } from './rowFacts.ts';
import { isOpen } from '../../domain/alertStatus.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { parseResourceId } from '../../domain/resourceId.ts';

const nameLimit = 60;

/** "web-01", or "web-01 +2" for several; `fallback` where no id can be read. Undefined when nothing is known. */
export function resourceText(resourceIds: readonly string[], fallback?: string): string | undefined {
  const names = [...new Set(resourceIds.flatMap((id) => parseResourceId(id)?.name ?? []))];
  const [first] = names;
  if (first === undefined) return fallback === undefined ? undefined : displayLabel(fallback, nameLimit);
  const shown = displayLabel(first, nameLimit);
  return names.length === 1 ? shown : `${shown} +${String(names.length - 1)}`;
}

/** Steps done of all steps of the given alerts: "2/7". Undefined while nobody has begun. */
export function progressText(alerts: readonly Alert[], { progressOf }: RowFacts): string | undefined {
  const progress = progressOf(alerts);
  return progress && `${String(progress.done)}/${String(progress.total)}`;
}

export function severityWord(severity: Severity): string {
  return severity === 'Unknown' ? 'Unknown severity' : severity;
}

/** What somebody did about the alert; undefined for an alert that is simply active. */
export function statusWord({ status, unrecognized }: Alert): string | undefined {
  switch (status) {
    case 'InProgress':
      return 'in progress';
    case 'Unknown':
      return unrecognized?.status === undefined ? undefined : `status ${displayLabel(unrecognized.status, nameLimit)}`;
    default:
      return isOpen(status) ? undefined : status.toLowerCase();
  }
}

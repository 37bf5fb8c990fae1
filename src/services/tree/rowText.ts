import type { Alert } from '../../domain/alert.ts';
import type { Severity } from '../../domain/severity.ts';
import type { StoreState } from '../storeState.ts';
import type { RowFacts } from './rowFacts.ts';
import { isOpen } from '../../domain/alertStatus.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { parseResourceId } from '../../domain/resourceId.ts';

const nameLimit = 60;

/**
 * The resources in a few letters: "web-01", or "web-01 +2" for several; a whole subscription by its display name.
 * `fallback` where no id can be read. Undefined when nothing is known.
 */
export function resourceText(
  resourceIds: readonly string[],
  { state }: RowFacts,
  fallback?: string,
): string | undefined {
  const names = [...new Set(resourceIds.flatMap((id) => resourceName(id, state) ?? []))];
  const [first] = names;
  if (first === undefined) return fallback === undefined ? undefined : displayLabel(fallback, nameLimit);
  const shown = displayLabel(first, nameLimit);
  return names.length === 1 ? shown : `${shown} +${String(names.length - 1)}`;
}

function resourceName(id: string, state: StoreState): string | undefined {
  const parsed = parseResourceId(id);
  if (parsed?.name !== parsed?.subscriptionId) return parsed?.name;
  return parsed && subscriptionName(parsed.subscriptionId, state);
}

/** The display name, or the id of a subscription that is not known. */
export function subscriptionName(subscriptionId: string, { subscriptions }: StoreState): string {
  const known = subscriptions.find(({ subscription }) => subscription.subscriptionId === subscriptionId);
  return displayLabel(known?.subscription.displayName ?? subscriptionId, nameLimit);
}

/** Steps done of all steps of the given alerts: "2/7". Undefined while nobody has begun. */
export function progressText(alerts: readonly Alert[], { progressOf }: RowFacts): string | undefined {
  const progress = progressOf(alerts);
  return progress && `${String(progress.done)}/${String(progress.total)}`;
}

export function severityWord(severity: Severity): string {
  return severity === 'Unknown' ? 'Unknown severity' : severity;
}

/** What is being done about the alert and Azure has not accepted yet. */
export function changingWord({ status }: Alert): string {
  return `${status === 'InProgress' ? 'in progress' : status.toLowerCase()} (sending)`;
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

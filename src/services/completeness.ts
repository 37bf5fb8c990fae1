import type { StoreState } from './storeState.ts';
import { hasGaps, unreadableCount } from './listingGaps.ts';

/** Every selected subscription was read to its end: only then may an empty list mean that there is nothing. */
export function isComplete(state: StoreState): boolean {
  return !isIncomplete(state) && state.subscriptions.every(({ health }) => health.kind === 'ok');
}

/** Something could not be read; what is still loading is no failure yet. */
export function isIncomplete(state: StoreState): boolean {
  return (
    hasGaps(state) || state.subscriptions.some(({ health, skipped }) => health.kind === 'failed' || skipped.length > 0)
  );
}

/** Whether any alerts were read, correlated yet or not. */
export function hasAlerts({ subscriptions }: StoreState): boolean {
  return subscriptions.some(({ alerts }) => alerts.length > 0);
}

/** How much could not be read: "2 of 20 subscriptions and 1 tenant". Empty when nothing is missing. */
export function missingText({ subscriptions, failedTenants, unreadableRows }: StoreState): string {
  const failed = subscriptions.filter(({ health }) => health.kind === 'failed').length;
  const rows = subscriptions.reduce((sum, { skipped }) => sum + skipped.length, unreadableCount(unreadableRows));
  const tenants = failedTenants.length;
  const parts = [
    ...(failed === 0 ? [] : [`${counted(failed)} of ${counted(subscriptions.length)} subscriptions`]),
    ...(tenants === 0 ? [] : [`${counted(tenants)} ${tenants === 1 ? 'tenant' : 'tenants'}`]),
    ...(rows === 0 ? [] : [`${counted(rows)} ${rows === 1 ? 'row' : 'rows'}`]),
  ];
  return parts.join(' and ');
}

function counted(number: number): string {
  return number.toLocaleString('en');
}

/** Alerts that were read earlier are shown but may have changed since; of what was never read nothing is shown. */
export function verdictOnList(state: StoreState): string {
  const { subscriptions } = state;
  const failed = subscriptions.flatMap(({ health }) => (health.kind === 'failed' ? [health] : []));
  const outdated = failed.some(({ staleSince }) => staleSince !== undefined);
  const incomplete =
    hasGaps(state) ||
    failed.some(({ staleSince }) => staleSince === undefined) ||
    subscriptions.some(({ skipped }) => skipped.length > 0);
  if (!outdated) return 'incomplete';
  return incomplete ? 'out of date and incomplete' : 'out of date';
}

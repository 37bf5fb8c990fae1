import type { StoreState } from './storeState.ts';

/** Every selected subscription was read to its end: only then may an empty list mean that there is nothing. */
export function isComplete(state: StoreState): boolean {
  return !isIncomplete(state) && state.subscriptions.every(({ health }) => health.kind === 'ok');
}

/** Something could not be read; what is still loading is no failure yet. */
export function isIncomplete({ subscriptions, failedTenants }: StoreState): boolean {
  return (
    failedTenants.length > 0 ||
    subscriptions.some(({ health, skipped }) => health.kind === 'failed' || skipped.length > 0)
  );
}

/** Whether any alerts were read, correlated yet or not. */
export function hasAlerts({ subscriptions }: StoreState): boolean {
  return subscriptions.some(({ alerts }) => alerts.length > 0);
}

/** How much could not be read: "2 of 20 subscriptions and 1 tenant". Empty when nothing is missing. */
export function missingText({ subscriptions, failedTenants }: StoreState): string {
  const failed = subscriptions.filter(({ health }) => health.kind === 'failed').length;
  const rows = subscriptions.reduce((sum, { skipped }) => sum + skipped.length, 0);
  const tenants = failedTenants.length;
  const parts = [
    ...(failed === 0 ? [] : [`${String(failed)} of ${String(subscriptions.length)} subscriptions`]),
    ...(tenants === 0 ? [] : [`${String(tenants)} ${tenants === 1 ? 'tenant' : 'tenants'}`]),
    ...(rows === 0 ? [] : [`${String(rows)} ${rows === 1 ? 'row' : 'rows'}`]),
  ];
  return parts.join(' and ');
}

/** Alerts that were read earlier are shown but may have changed since; of what was never read nothing is shown. */
export function verdictOnList({ subscriptions, failedTenants }: StoreState): string {
  const failed = subscriptions.flatMap(({ health }) => (health.kind === 'failed' ? [health] : []));
  const outdated = failed.some(({ staleSince }) => staleSince !== undefined);
  const incomplete =
    failedTenants.length > 0 ||
    failed.some(({ staleSince }) => staleSince === undefined) ||
    subscriptions.some(({ skipped }) => skipped.length > 0);
  if (!outdated) return 'incomplete';
  return incomplete ? 'out of date and incomplete' : 'out of date';
}

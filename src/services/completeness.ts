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

/** One line that says how much is missing; undefined when nothing is. Counts only: it stands above the whole view. */
export function incompletenessNotice(state: StoreState): string | undefined {
  if (state.phase === 'failed' && state.subscriptions.length > 0) {
    return 'No subscription could be read, so nothing is known about alerts at this moment.';
  }
  if (state.phase !== 'ready' || !isIncomplete(state)) return undefined;
  const failed = state.subscriptions.filter(({ health }) => health.kind === 'failed').length;
  const rows = state.subscriptions.reduce((sum, { skipped }) => sum + skipped.length, 0);
  const tenants = state.failedTenants.length;
  const causes = [
    ...(failed === 0 ? [] : [`${String(failed)} of ${String(state.subscriptions.length)} subscriptions`]),
    ...(tenants === 0 ? [] : [`${String(tenants)} ${tenants === 1 ? 'tenant' : 'tenants'}`]),
    ...(rows === 0 ? [] : [`${String(rows)} ${rows === 1 ? 'row' : 'rows'}`]),
  ];
  return `${verdict(state)}: ${causes.join(' and ')} could not be read. See Subscriptions below.`;
}

/** Alerts that were read earlier are shown but may have changed since; of what was never read nothing is shown. */
function verdict({ subscriptions, failedTenants }: StoreState): string {
  const failed = subscriptions.flatMap(({ health }) => (health.kind === 'failed' ? [health] : []));
  const outdated = failed.some(({ staleSince }) => staleSince !== undefined);
  const incomplete =
    failedTenants.length > 0 ||
    failed.some(({ staleSince }) => staleSince === undefined) ||
    subscriptions.some(({ skipped }) => skipped.length > 0);
  if (!outdated) return 'Incomplete';
  return incomplete ? 'Out of date and incomplete' : 'Out of date';
}

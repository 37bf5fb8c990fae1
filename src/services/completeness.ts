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

/** One line that says how much is missing; undefined when nothing is. Counts only: it stands above the whole view. */
export function incompletenessNotice(state: StoreState): string | undefined {
  if (state.phase !== 'ready' || !isIncomplete(state)) return undefined;
  const failed = state.subscriptions.filter(({ health }) => health.kind === 'failed').length;
  const rows = state.subscriptions.reduce((sum, { skipped }) => sum + skipped.length, 0);
  const tenants = state.failedTenants.length;
  const causes = [
    ...(failed === 0 ? [] : [`${String(failed)} of ${String(state.subscriptions.length)} subscriptions`]),
    ...(tenants === 0 ? [] : [`${String(tenants)} ${tenants === 1 ? 'tenant' : 'tenants'}`]),
    ...(rows === 0 ? [] : [`${String(rows)} ${rows === 1 ? 'row' : 'rows'}`]),
  ];
  return `Incomplete: ${causes.join(' and ')} could not be read. See Subscriptions below.`;
}

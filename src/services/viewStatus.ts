import type { StoreState } from './storeState.ts';
import { isComplete } from './completeness.ts';

/**
 * Which welcome text the empty view shows; `data` when it shows a tree. `noAlerts` only after every selected
 * subscription was read to its end, and `offline`, `throttled` and `cancelled` are told apart because different things help.
 */
export type ViewStatus =
  | 'signedOut'
  | 'noSubscriptions'
  | 'noneSelected'
  | 'loading'
  | 'noAlerts'
  | 'offline'
  | 'throttled'
  | 'cancelled'
  | 'failed'
  | 'data';

export function viewStatusOf(state: StoreState): ViewStatus {
  switch (state.phase) {
    case 'ready':
      return isComplete(state) && state.correlation.alerts.size === 0 ? 'noAlerts' : 'data';
    case 'failed':
      return failedStatus(state);
    default:
      return state.phase;
  }
}

/** Once subscriptions are known, each of them says in the tree why it could not be read. */
function failedStatus({ failure, subscriptions, failedTenants }: StoreState): ViewStatus {
  if (subscriptions.length + failedTenants.length > 0) return 'data';
  const kind = failure?.kind;
  return kind === 'offline' || kind === 'throttled' || kind === 'cancelled' ? kind : 'failed';
}

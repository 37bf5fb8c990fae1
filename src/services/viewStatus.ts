import type { AzureFailure } from '../domain/azureFailure.ts';
import type { StoreState } from './storeState.ts';
import { isComplete } from './completeness.ts';

/**
 * Which welcome text the empty view shows; `data` when it shows a tree. `noAlerts` only after every selected
 * subscription was read to its end. `signInRefused` (somebody tried) is told apart from `signedOut` (nobody did), and
 * `offline`, `throttled` and `cancelled` from each other, because different things help.
 */
export type ViewStatus =
  | 'signedOut'
  | 'signInRefused'
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
    case 'signedOut':
      return isRefusal(state.failure) ? 'signInRefused' : 'signedOut';
    default:
      return state.phase;
  }
}

/** Whoever asked for a token or showed one was told why not; where nobody did, there is nothing to tell. */
function isRefusal(failure: AzureFailure | undefined): boolean {
  return failure?.kind === 'notSignedIn' && failure.detail !== undefined;
}

/** Once subscriptions are known, each of them says in the tree why it could not be read. */
function failedStatus({ failure, subscriptions, failedTenants }: StoreState): ViewStatus {
  if (subscriptions.length + failedTenants.length > 0) return 'data';
  const kind = failure?.kind;
  return kind === 'offline' || kind === 'throttled' || kind === 'cancelled' ? kind : 'failed';
}

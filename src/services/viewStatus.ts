import type { AzureFailure } from '../domain/azureFailure.ts';
import { assertNever } from '../domain/assertNever.ts';
import type { StoreState } from './storeState.ts';
import { hasAlerts, isComplete } from './completeness.ts';

/**
 * Which welcome text the empty view shows; `data` when it shows a tree. `noAlerts` only after every selected
 * subscription was read to its end. `signInRefused` (somebody tried) is told apart from `signedOut` (nobody did), and the
 * causes for which nothing could be read from each other, because different things help: `serverError` is Azure's own
 * failure, `strangeAnswer` one that Azure Resource Manager would not give.
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
  | 'forbidden'
  | 'untrusted'
  | 'proxyRefused'
  | 'serverError'
  | 'strangeAnswer'
  | 'data';

export function viewStatusOf(state: StoreState): ViewStatus {
  switch (state.phase) {
    case 'ready':
      return isComplete(state) && !hasAlerts(state) ? 'noAlerts' : 'data';
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
  switch (failure?.kind) {
    case 'offline':
    case 'throttled':
    case 'cancelled':
    case 'forbidden':
    case 'untrusted':
    case 'proxyRefused':
      return failure.kind;
    case 'notSignedIn':
      return 'signInRefused';
    case 'unexpected':
      return (failure.status ?? 0) >= 500 ? 'serverError' : 'strangeAnswer';
    case 'notAzure':
    case 'tooLarge':
    case 'notRegistered':
    case 'subscriptionUnavailable':
    case undefined:
      return 'strangeAnswer';
    default:
      return assertNever(failure);
  }
}

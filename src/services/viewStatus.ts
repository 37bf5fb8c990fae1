import type { AzureFailure } from '../domain/azureFailure.ts';
import { assertNever } from '../domain/assertNever.ts';
import { customCloudIncomplete } from '../domain/cloudEndpoints.ts';
import type { StoreState } from './storeState.ts';
import { hasAlerts, isComplete } from './completeness.ts';
import { hasGaps } from './listingGaps.ts';

/**
 * Which welcome text the empty view shows; `data` when it shows a tree. `noAlerts` only after every selected
 * subscription was read to its end. `signInRefused` (somebody tried) is told apart from `signedOut` (nobody did), and the
 * causes for which nothing could be read from each other, because different things help: `serverError` is Azure's own
 * failure, `strangeAnswer` one that Azure Resource Manager would not give. `strongerSignIn`: conditional access asks for
 * more than there was; `wrongCloud`: the custom cloud is not spelled out, so that nobody was asked.
 */
export type ViewStatus =
  | 'signedOut'
  | 'signInRefused'
  | 'strongerSignIn'
  | 'wrongCloud'
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
      return signedOutStatus(state.failure);
    default:
      return state.phase;
  }
}

/** Whoever asked for a token or showed one was told why not; where nobody did, there is nothing to tell. */
function signedOutStatus(failure: AzureFailure | undefined): ViewStatus {
  if (failure?.kind !== 'notSignedIn') return 'signedOut';
  if (failure.claims !== undefined) return 'strongerSignIn';
  return failure.detail === undefined ? 'signedOut' : 'signInRefused';
}

/** Once subscriptions are known, each of them says in the tree why it could not be read. */
function failedStatus(state: StoreState): ViewStatus {
  const { failure, subscriptions } = state;
  if (subscriptions.length > 0 || hasGaps(state)) return 'data';
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
      if (failure.code === customCloudIncomplete) return 'wrongCloud';
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

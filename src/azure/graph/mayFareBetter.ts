import { assertNever } from '../../domain/assertNever.ts';
import type { AzureFailure } from '../../domain/azureFailure.ts';

/**
 * Whether the alerts API may answer where Resource Graph failed: it needs other rights, another quota and another path.
 * Not without a sign-in or a connection, which would only fail once more for each subscription.
 */
export function mayFareBetter(failure: AzureFailure): boolean {
  switch (failure.kind) {
    case 'forbidden':
    case 'notRegistered':
    case 'subscriptionUnavailable':
    case 'notAzure':
    case 'tooLarge':
    case 'unexpected':
      return true;
    case 'notSignedIn':
    case 'throttled':
    case 'offline':
    case 'untrusted':
    case 'proxyRefused':
    case 'cancelled':
      return false;
    default:
      return assertNever(failure);
  }
}

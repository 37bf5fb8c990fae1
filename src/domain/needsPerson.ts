import { assertNever } from './assertNever.ts';
import type { AzureFailure } from './azureFailure.ts';

/** True where only a person can change it at Azure: asking again soon says the same. */
export function needsPerson(failure: AzureFailure): boolean {
  switch (failure.kind) {
    case 'forbidden':
    case 'notRegistered':
    case 'subscriptionUnavailable':
      return true;
    case 'notSignedIn':
    case 'throttled':
    case 'offline':
    case 'untrusted':
    case 'proxyRefused':
    case 'notAzure':
    case 'tooLarge':
    case 'cancelled':
    case 'unexpected':
      return false;
    default:
      return assertNever(failure);
  }
}

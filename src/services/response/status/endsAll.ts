import type { AzureFailure } from '../../../domain/azureFailure.ts';
import { assertNever } from '../../../domain/assertNever.ts';
import type { StatusItem } from './statusItem.ts';

/**
 * Which changes of the same subscription would fail like the one that just did, so that sending them would help nobody;
 * undefined when the failure says nothing of others.
 */
export function endsAll(failure: AzureFailure, failed: StatusItem): ((item: StatusItem) => boolean) | undefined {
  switch (failure.kind) {
    case 'notSignedIn':
    case 'notRegistered':
    case 'subscriptionUnavailable':
    case 'throttled':
    case 'offline':
    case 'untrusted':
    case 'proxyRefused':
    case 'notAzure':
    case 'cancelled':
      return () => true;
    case 'forbidden':
      // Roles name actions one by one, and Azure grants them on the subscription.
      return ({ action }) => action === failed.action;
    case 'tooLarge':
    case 'unexpected':
      return undefined;
    default:
      return assertNever(failure);
  }
}

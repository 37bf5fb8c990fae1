import type { AzureFailure } from '../domain/azureFailure.ts';
import { assertNever } from '../domain/assertNever.ts';
import { displayLabel } from '../domain/displayText.ts';

export interface FailureText {
  /** A few words, to stand beside a name. */
  readonly cause: string;
  /** One sentence: what to do about it. */
  readonly advice: string;
}

/** Says why Azure could not be read and what helps. `timeOfDay` writes epoch milliseconds as the reader's clock does. */
export function failureText(failure: AzureFailure, timeOfDay: (time: number) => string): FailureText {
  switch (failure.kind) {
    case 'notSignedIn':
      return { cause: 'not signed in', advice: 'Sign in to the tenant of this subscription.' };
    case 'forbidden':
      return {
        cause: 'no access: Security Reader is missing',
        advice: 'Ask an owner of the subscription for the role Security Reader; it allows reading alerts.',
      };
    case 'notRegistered':
      return {
        cause: 'Defender for Cloud is not enabled',
        advice: 'Register the resource provider Microsoft.Security on the subscription, then refresh.',
      };
    case 'throttled':
      return {
        cause: `throttled by Azure until ${timeOfDay(failure.retryAt)}`,
        advice: 'Azure limits the number of requests. Refresh again after that time.',
      };
    case 'offline':
      return {
        cause: 'offline: Azure could not be reached',
        advice: 'Check the network connection and the proxy, then refresh.',
      };
    case 'cancelled':
      return { cause: 'loading was cancelled', advice: 'Refresh to read it again.' };
    case 'unexpected':
      return {
        cause: `unexpected answer (${unexpectedFacts(failure)})`,
        advice: 'Refresh to try again; the log shows the request id for a support case.',
      };
    default:
      return assertNever(failure);
  }
}

function unexpectedFacts({ code, status }: Extract<AzureFailure, { kind: 'unexpected' }>): string {
  const shownCode = displayLabel(code, 60);
  return status === undefined ? shownCode : `${String(status)} ${shownCode}`;
}

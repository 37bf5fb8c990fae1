import type { AzureFailure } from '../domain/azureFailure.ts';
import { assertNever } from '../domain/assertNever.ts';
import { displayLabel } from '../domain/displayText.ts';
import { signInProblem } from './signIn/signInProblem.ts';

export interface FailureText {
  /** A few words, to stand beside a name. */
  readonly cause: string;
  /** One or two sentences: what to do about it. */
  readonly advice: string;
}

type FailureOf<Kind extends AzureFailure['kind']> = Extract<AzureFailure, { kind: Kind }>;

/** Says why Azure could not be read and what helps. `timeOfDay` writes epoch milliseconds as the reader's clock does. */
export function failureText(failure: AzureFailure, timeOfDay: (time: number) => string): FailureText {
  switch (failure.kind) {
    case 'notSignedIn':
      return notSignedInText(failure);
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
    case 'subscriptionUnavailable':
      return unavailableTexts[failure.reason];
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
    case 'untrusted':
      return untrustedText(failure);
    case 'proxyRefused':
      return {
        cause: 'the proxy refused the connection',
        advice: 'Check the setting "http.proxy", or HTTPS_PROXY and NO_PROXY where VS Code was started, then refresh.',
      };
    case 'notAzure':
      return {
        cause: 'a proxy or sign-in page answered instead of Azure',
        advice: 'Open a page in the browser to sign in to this network, or check the proxy, then refresh.',
      };
    case 'tooLarge':
      return {
        cause: 'the answer is too large to be from Azure',
        advice: 'A proxy may have changed it. Refresh to try again; the log says which request it was.',
      };
    case 'cancelled':
      return { cause: 'loading was cancelled', advice: 'Refresh to read it again.' };
    case 'unexpected':
      return unexpectedText(failure);
    default:
      return assertNever(failure);
  }
}

const unavailableTexts: Readonly<Record<FailureOf<'subscriptionUnavailable'>['reason'], FailureText>> = {
  notFound: {
    cause: 'subscription not found',
    advice: 'It was deleted or moved to another tenant, or this account no longer reaches it.',
  },
  disabled: {
    cause: 'subscription is disabled',
    advice: 'Its alerts can be read again once the subscription is enabled in the Azure portal.',
  },
};

function notSignedInText({ claims, clockOff, detail }: FailureOf<'notSignedIn'>): FailureText {
  if (claims !== undefined) {
    return {
      cause: 'Azure asks for a stronger sign-in',
      advice: 'Sign in again to answer it; your organisation requires it for this resource.',
    };
  }
  const cause = 'not signed in';
  if (clockOff === undefined) {
    return signInProblem(detail) ?? { cause, advice: 'Sign in to the tenant of this subscription.' };
  }
  const minutes = String(Math.round(Math.abs(clockOff) / 60_000));
  const direction = clockOff > 0 ? 'ahead of' : 'behind';
  return {
    cause: `${cause}: check the system clock`,
    advice: `This machine's clock is ${minutes} minutes ${direction} Azure's, so tokens look expired. Set it, then sign in.`,
  };
}

/** What is wrong with the certificate decides what helps; nothing here ever suggests to stop checking it. */
function untrustedText({ detail = '' }: FailureOf<'untrusted'>): FailureText {
  if (detail === 'CERT_HAS_EXPIRED' || detail === 'CERT_NOT_YET_VALID') {
    return {
      cause: 'certificate not valid at this time',
      advice: 'Check the system clock first. If it is right, the certificate of Azure or of a proxy has expired.',
    };
  }
  if (detail === 'ERR_TLS_CERT_ALTNAME_INVALID' || detail === 'HOSTNAME_MISMATCH') {
    return {
      cause: 'certificate is for another host',
      advice:
        'Something else answered under the name of Azure: a sign-in page of this network, a proxy or the setting "Cloud".',
    };
  }
  return {
    cause: 'certificate not trusted (corporate proxy?)',
    advice:
      'A proxy that inspects traffic shows its own certificate. Install its root certificate in the system and keep "http.systemCertificates" on, or name it in NODE_EXTRA_CA_CERTS.',
  };
}

/** Codes of this extension's own, in words. */
const ownCodes: Readonly<Record<string, string>> = {
  BadEnvelope: 'the answer is not a list',
  UnreadableRows: 'subscriptions partly listed',
  UnreadableAnswer: 'the answer is cut off or not readable',
  ForeignLink: 'unexpected link in the answer',
  BadLink: 'unexpected link in the answer',
  Redirected: 'redirected to another address',
  PagingLoop: 'paging did not end',
  TooManyPages: 'paging did not end',
};

function unexpectedText(failure: FailureOf<'unexpected'>): FailureText {
  const { code, status, requestId } = failure;
  const support =
    requestId === undefined ? 'the log has the details.' : `its request id is ${displayLabel(requestId)}.`;
  return { cause: unexpectedCause(code, status), advice: `Refresh to try again; for a support case, ${support}` };
}

function unexpectedCause(code: string, status: number | undefined): string {
  const own = Object.hasOwn(ownCodes, code) ? ownCodes[code] : undefined;
  if (own !== undefined) return own;
  const shownCode = displayLabel(code, 60);
  if (status === undefined) return `unexpected answer (${shownCode})`;
  const shown = code === `HTTP ${String(status)}` ? String(status) : `${String(status)} ${shownCode}`;
  return status >= 500 ? `Azure returned ${shown}` : `unexpected answer (${shown})`;
}

import type { SignInDetail } from '../../domain/signInDetail.ts';
import { isSignInDetail } from '../../domain/signInDetail.ts';
import { entraProblems } from './entraProblems.ts';

/** Constant texts: they also stand in notifications, where VS Code would turn foreign text into links. */
export interface SignInProblem {
  /** A few words, to stand beside a name. */
  readonly cause: string;
  /** One or two sentences: what to do about it. */
  readonly advice: string;
}

const ownProblems: Readonly<Record<SignInDetail, SignInProblem>> = {
  SignInTimedOut: {
    cause: 'sign-in took too long',
    advice:
      'Entra ID or the Azure CLI did not answer within 20 seconds. Check the network and the proxy, then try again.',
  },
  AccountGone: {
    cause: 'the account is no longer signed in to VS Code',
    advice: 'Sign in again, or choose another account.',
  },
  SovereignSettingDiffers: {
    cause: 'VS Code signs in to another cloud',
    advice: 'Sign in again: the setting "microsoft-sovereign-cloud.environment" must name the same cloud.',
  },
  AzNotFound: {
    cause: 'the Azure CLI was not found',
    advice: 'Install it, and start VS Code from an environment whose PATH has "az".',
  },
  AzInWorkspace: {
    cause: 'the Azure CLI lies in an opened folder',
    advice:
      'An "az" inside the workspace is not run, since whoever wrote it would receive your sign-in. Install it elsewhere.',
  },
  AzLoginNeeded: { cause: '"az login" is needed', advice: 'Run it in a terminal, for this tenant, then try again.' },
  AzTooSlow: {
    cause: 'the Azure CLI took too long',
    advice: 'It did not answer within 15 seconds. Run "az account get-access-token" in a terminal to see why.',
  },
  AzFailed: {
    cause: 'the Azure CLI gave no token',
    advice: 'Run "az account get-access-token" in a terminal to see why.',
  },
  ServicePrincipalOfAnotherCloud: {
    cause: 'the service principal was set for another cloud',
    advice: 'Its secret is not sent to this one. Run "Set Service Principal" for this cloud.',
  },
  CertificateUnreadable: {
    cause: 'the certificate cannot be read',
    advice: 'AZURE_CLIENT_CERTIFICATE_PATH must lead to a PEM file with certificate and private key.',
  },
  AZURE_TENANT_ID_missing: missing('AZURE_TENANT_ID'),
  AZURE_CLIENT_ID_missing: missing('AZURE_CLIENT_ID'),
  AZURE_CLIENT_SECRET_missing: missing('AZURE_CLIENT_SECRET'),
  AZURE_AUTHORITY_HOST_invalid: {
    cause: 'AZURE_AUTHORITY_HOST is not usable',
    advice: 'It must be an https origin without a path. Correct or remove it where VS Code is started.',
  },
};

/** What a `detail` of a `notSignedIn` failure means; undefined for a word that is not known here. */
export function signInProblem(detail: string | undefined): SignInProblem | undefined {
  if (detail === undefined) return undefined;
  if (isSignInDetail(detail)) return ownProblems[detail];
  const number = /^AADSTS(\d{4,8})$/.exec(detail)?.[1];
  return number === undefined ? undefined : entraProblems[Number(number)];
}

function missing(variable: string): SignInProblem {
  return {
    cause: `${variable} is not set`,
    advice: 'Set it where VS Code is started, or run "Set Service Principal" to keep one in VS Code.',
  };
}

import * as vscode from 'vscode';
import type { AzureFailure } from '../../domain/azureFailure.ts';
import { resourceManagerScope } from '../../domain/cloudEndpoints.ts';
import { azLogin } from '../../services/signIn/azLogin.ts';
import { failureText } from '../../services/failureText.ts';
import type { SignInWish } from '../connection.ts';
import { timeOfDay } from '../clock.ts';
import { readSettings } from '../settings.ts';
import type { NextStep } from './signInNotices.ts';
import { confirmCopied, tell, tellOfFailure } from './signInNotices.ts';

/** Says why a sign-in came to nothing. Gives what the person wants to do next, beyond what was done here. */
export async function tellOfSignIn(
  failure: AzureFailure,
  wish: SignInWish,
): Promise<Exclude<NextStep, 'copyCommand'> | undefined> {
  if (failure.kind === 'cancelled') {
    tell('signInNotCompleted');
    return undefined;
  }
  // Codes of the other side are for rows and the log: VS Code would make links of what stands in a notification.
  const problem = failureText(withoutCodes(failure), timeOfDay);
  const az: readonly NextStep[] = wish.method === 'azureCli' && helpsToLogIn(failure) ? ['copyCommand'] : [];
  const next = await tellOfFailure(problem, [...az, 'diagnose', 'differently']);
  if (next !== 'copyCommand') return next;
  const { endpoints } = readSettings();
  const scope = endpoints === undefined ? '' : resourceManagerScope(endpoints);
  await vscode.env.clipboard.writeText(azLogin({ ...wish, scope }));
  confirmCopied();
  return undefined;
}

function withoutCodes(failure: AzureFailure): AzureFailure {
  if (failure.kind !== 'unexpected') return failure;
  const { status } = failure;
  return { kind: 'unexpected', code: 'Unexpected', ...(status === undefined ? {} : { status }) };
}

/** Where the CLI is there and could be talked to, and does not have what is needed. */
function helpsToLogIn(failure: AzureFailure): boolean {
  const { detail } = failure.kind === 'notSignedIn' ? failure : {};
  return detail === 'AzLoginNeeded' || detail?.startsWith('AADSTS') === true;
}

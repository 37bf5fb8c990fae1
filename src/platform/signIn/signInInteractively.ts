import * as vscode from 'vscode';
import type { AzureFailure } from '../../domain/azureFailure.ts';
import { resourceManagerScope } from '../../domain/cloudEndpoints.ts';
import type { Cancellation } from '../../services/ports.ts';
import type { Account } from '../chosenAccount.ts';
import { accountsOf, providerOf } from '../chosenAccount.ts';
import type { SessionOptions } from './sessionCredential.ts';
import { sessionRequest } from './sessionRequest.ts';
import { askToChangeCloud } from './signInNotices.ts';
import { signInToSameCloud, signsInTo } from './sovereignSetting.ts';
import { whileWaiting } from './whileWaiting.ts';

/** A person may have to find a telephone, and a browser window that was closed never tells. */
const patience = 5 * 60 * 1000;

export interface SessionWish {
  /** `another`: VS Code asks which, and lets the person add one. Without it, the one that was chosen before. */
  readonly account?: Account | 'another' | undefined;
  readonly tenantId?: string | undefined;
  /** The service's challenge, as it was sent: sign in so that it is answered. */
  readonly challenge?: string | undefined;
}

/** Asks the person to sign in to VS Code, on a click of theirs only. Gives why it did not come to that, if so. */
export async function signInInteractively(
  options: SessionOptions,
  wish: SessionWish,
  cancellation: Cancellation,
): Promise<AzureFailure | undefined> {
  const { cloud, endpoints, accounts } = options;
  if (!signsInTo(cloud, endpoints)) {
    if (!(await askToChangeCloud())) return { kind: 'cancelled' };
    await signInToSameCloud(cloud, endpoints);
  }
  const { tenantId, challenge } = wish;
  const scopes = [resourceManagerScope(endpoints)];
  const request = sessionRequest(scopes, tenantId, challenge === undefined ? undefined : { header: challenge });
  const account = await accountOf(options, wish);
  const ask = () =>
    vscode.authentication.getSession(providerOf(cloud), request, {
      createIfNone: true,
      ...(wish.account === 'another' ? { clearSessionPreference: true } : {}),
      ...(account === undefined ? {} : { account }),
    });
  try {
    const session = await whileWaiting(patience, cancellation, ask);
    if (session === undefined) return { kind: 'cancelled' };
    await accounts.choose(cloud, session.account);
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

/** An account that has left VS Code cannot be asked for; the person then chooses anew. */
async function accountOf({ cloud, accounts }: SessionOptions, { account }: SessionWish): Promise<Account | undefined> {
  if (account === 'another') return undefined;
  if (account !== undefined) return account;
  const chosen = accounts.get(cloud);
  if (chosen === undefined) return undefined;
  const present = await accountsOf(cloud).catch(() => []);
  return present.find(({ id }) => id === chosen.id);
}

/** VS Code has no types for its errors: a person who turns away is told by these words or this name. */
function failureOf(error: unknown): AzureFailure {
  if (!(error instanceof Error)) return { kind: 'notSignedIn' };
  if (/cancel|did not consent/i.test(`${error.name} ${error.message}`)) return { kind: 'cancelled' };
  const number = /AADSTS\d{4,8}/.exec(error.message)?.[0];
  return { kind: 'notSignedIn', detail: number ?? (/^\w{1,60}$/.test(error.name) ? error.name : 'Error') };
}

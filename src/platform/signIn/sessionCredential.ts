import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import * as vscode from 'vscode';
import type { Cloud, CloudEndpoints } from '../../domain/cloudEndpoints.ts';
import type { ChosenAccount } from '../chosenAccount.ts';
import { providerOf } from '../chosenAccount.ts';
import { sessionRequest } from './sessionRequest.ts';
import { SignInError } from './signInError.ts';
import { signsInTo } from './sovereignSetting.ts';

/** VS Code forgets a session without telling the extension when it ends; without a readable end, ask again soon. */
const unknownLifetime = 5 * 60 * 1000;

export interface SessionOptions {
  readonly cloud: Cloud;
  readonly endpoints: CloudEndpoints;
  readonly accounts: ChosenAccount;
}

/**
 * A token of the VS Code account for each request, renewed by VS Code. Never shows a dialog: null where the person
 * would have to act, which the adapter reports as `notSignedIn`.
 */
export function sessionCredential(options: SessionOptions, tenantId: string | undefined): TokenCredential {
  const { cloud, endpoints, accounts } = options;
  return {
    async getToken(scopes: string | string[], { tenantId: named, claims }: GetTokenOptions = {}) {
      if (!signsInTo(cloud, endpoints)) throw new SignInError('SovereignSettingDiffers');
      const account = accounts.get(cloud);
      const request = sessionRequest([scopes].flat(), tenantId ?? named, claims === undefined ? undefined : { claims });
      const session = await vscode.authentication.getSession(providerOf(cloud), request, {
        silent: true,
        ...(account === undefined ? {} : { account }),
      });
      if (session === undefined) {
        if (await accounts.isGone(cloud)) throw new SignInError('AccountGone');
        return null;
      }
      // Another one than is chosen must not fill the view under that one's name; meanwhile the person may have chosen anew.
      const chosen = accounts.get(cloud);
      const isLeft = account !== undefined && chosen === undefined;
      if (isLeft || (chosen !== undefined && session.account.id !== chosen.id)) return null;
      await accounts.choose(cloud, session.account);
      return tokenOf(session);
    },
  };
}

function tokenOf({ accessToken: token }: vscode.AuthenticationSession): AccessToken {
  return { token, expiresOnTimestamp: expiryOf(token) ?? Date.now() + unknownLifetime };
}

/** Epoch milliseconds of the end that the token itself names (`exp`, RFC 7519 4.1.4); undefined when it cannot be read. */
function expiryOf(token: string): number | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return undefined;
    return typeof claims.exp === 'number' ? claims.exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}

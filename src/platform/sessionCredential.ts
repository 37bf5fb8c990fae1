import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import * as vscode from 'vscode';
import type { Cloud } from '../domain/cloudEndpoints.ts';

/** VS Code forgets a session without telling the extension when it ends; without a readable end, ask again soon. */
const unknownLifetime = 5 * 60 * 1000;

/** Which of VS Code's two Microsoft sign-ins knows a cloud. */
export function providerOf(cloud: Cloud): string {
  return cloud === 'public' ? 'microsoft' : 'microsoft-sovereign-cloud';
}

/** The tenant is a scope of its own, never appended to another: VS Code strips it before it asks Entra ID. */
function withTenant(scopes: readonly string[], tenantId: string | undefined): readonly string[] {
  return tenantId === undefined ? scopes : [...scopes, `VSCODE_TENANT:${tenantId}`];
}

/**
 * A token of the VS Code account for each request, renewed by VS Code. Never shows a dialog: null where the person
 * would have to act, which the adapter reports as `notSignedIn`.
 */
export function sessionCredential(cloud: Cloud, tenantId: string | undefined): TokenCredential {
  return {
    async getToken(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken | null> {
      const wanted = withTenant([scopes].flat(), tenantId ?? options.tenantId);
      const session = await vscode.authentication.getSession(providerOf(cloud), requestOf(wanted, options.claims), {
        silent: true,
      });
      if (session === undefined) return null;
      const token = session.accessToken;
      return { token, expiresOnTimestamp: expiryOf(token) ?? Date.now() + unknownLifetime };
    },
  };
}

/** Conditional Access may ask for a stronger sign-in; VS Code wants its challenge in the form of a header. */
function requestOf(
  scopes: readonly string[],
  claims: string | undefined,
): readonly string[] | vscode.AuthenticationWwwAuthenticateRequest {
  if (claims === undefined) return scopes;
  const challenge = Buffer.from(claims, 'utf8').toString('base64');
  return { wwwAuthenticate: `Bearer error="insufficient_claims", claims="${challenge}"`, fallbackScopes: scopes };
}

/** Asks the person to sign in, on a click of theirs only. False when they closed the dialog or it failed. */
export async function signInInteractively(cloud: Cloud, scope: string, tenantId?: string): Promise<boolean> {
  try {
    await vscode.authentication.getSession(providerOf(cloud), withTenant([scope], tenantId), { createIfNone: true });
    return true;
  } catch {
    return false;
  }
}

/** Hears that an account of this cloud came or went. */
export function onDidChangeAccount(cloud: () => Cloud, listener: () => void): vscode.Disposable {
  return vscode.authentication.onDidChangeSessions(({ provider }) => {
    if (provider.id === providerOf(cloud())) listener();
  });
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

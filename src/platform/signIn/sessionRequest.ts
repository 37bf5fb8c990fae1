import type * as vscode from 'vscode';

/** What Azure wants beyond the usual sign-in: its own header, or the claims that the SDK has read out of it. */
export type Challenge = { readonly header: string } | { readonly claims: string };

/**
 * What to ask VS Code for. The tenant is a scope of its own, never appended to another: VS Code strips it before it asks
 * Entra ID. Conditional Access may ask for a stronger sign-in; VS Code wants its challenge in the form of a header.
 */
export function sessionRequest(
  scopes: readonly string[],
  tenantId: string | undefined,
  challenge: Challenge | undefined,
): readonly string[] | vscode.AuthenticationWwwAuthenticateRequest {
  const wanted = tenantId === undefined ? scopes : [...scopes, `VSCODE_TENANT:${tenantId}`];
  return challenge === undefined ? wanted : { wwwAuthenticate: headerOf(challenge), fallbackScopes: wanted };
}

function headerOf(challenge: Challenge): string {
  if ('header' in challenge) return challenge.header;
  const encoded = Buffer.from(challenge.claims, 'utf8').toString('base64');
  return `Bearer error="insufficient_claims", claims="${encoded}"`;
}

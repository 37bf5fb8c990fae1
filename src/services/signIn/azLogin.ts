import { isGuid } from '../../domain/resourceId.ts';

export interface AzLogin {
  readonly tenantId?: string | undefined;
  /** The service's `WWW-Authenticate` challenge, which the sign-in has to satisfy. */
  readonly challenge?: string | undefined;
  readonly scope: string;
}

/**
 * The command that signs the Azure CLI in so that it may give the token that was missing. For the clipboard: every part
 * is checked against what can do no harm in any shell, and left out otherwise.
 */
export function azLogin({ tenantId, challenge, scope }: AzLogin): string {
  const claims = claimsOf(challenge);
  return [
    'az login',
    ...(tenantId !== undefined && isGuid(tenantId) ? [`--tenant ${tenantId}`] : []),
    ...(claims === undefined ? [] : [`--claims-challenge "${claims}"`]),
    // Without the scope the CLI asks for its own, and the challenge is about this one.
    ...(claims !== undefined && isScope(scope) ? [`--scope ${scope}`] : []),
  ].join(' ');
}

/** The base64 of the claims, as the CLI wants them. */
function claimsOf(challenge: string | undefined): string | undefined {
  return /\bclaims="([A-Za-z0-9+/_-]{4,8192}={0,2})"/.exec(challenge ?? '')?.[1];
}

function isScope(scope: string): boolean {
  return /^https:\/\/[A-Za-z0-9.:-]{1,253}\/\.default$/.test(scope);
}

/** The claims of an access token that Resource Manager looks at. */
export interface TokenClaims {
  /** Tenant that issued the token; without it the caller sees every tenant. */
  readonly tid?: string;
  /** Object id of the caller, named in *forbidden* answers. */
  readonly oid?: string;
  /** Sign-in name of the caller, named in *forbidden* answers. */
  readonly upn?: string;
  /** Expiry in seconds since the epoch. */
  readonly exp?: number;
}

/** The one person who is signed in to the sample environment. */
export const samplePerson = {
  oid: '5a3c1f60-7c7e-4a0e-9f0d-2b8f5d1e6c42',
  upn: 'rosa.lindqvist@nordlicht.example',
} as const;

/** 2100-01-01: sample tokens never expire, so that a token depends on nothing but its tenant. */
const farFuture = 4_102_444_800;

/**
 * A three-part JSON Web Token for one tenant of the sample environment. It is unsigned: it opens nothing but the sample
 * environment. The third part is not empty because some clients insist on three non-empty base64url parts.
 */
export function sampleToken(tenantId: string): string {
  const claims = { aud: 'https://management.azure.com', tid: tenantId, ...samplePerson, exp: farFuture };
  return [encodePart({ alg: 'none', typ: 'JWT' }), encodePart(claims), encodePart('sample')].join('.');
}

/** The claims of the bearer token in an `Authorization` header; empty when the token is opaque to us. */
export function claimsOf(authorization: string): TokenClaims {
  const [, payload] = authorization.replace(/^Bearer\s+/i, '').split('.');
  if (payload === undefined) return {};
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}

function encodePart(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

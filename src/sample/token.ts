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
const samplePerson = {
  oid: '5a3c1f60-7c7e-4a0e-9f0d-2b8f5d1e6c42',
  upn: 'night-operator@nordlicht.example',
} as const;

/** The last second that a `Date` can hold. */
const largestSeconds = 8_640_000_000_000;

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
  const [, payload = ''] = authorization.replace(/^Bearer\s+/i, '').split('.');
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? wellFormed(claims) : {};
  } catch {
    return {};
  }
}

/** Only what has the type that it should have; a time must be one that a `Date` can hold. */
function wellFormed({ tid, oid, upn, exp }: Partial<Record<keyof TokenClaims, unknown>>): TokenClaims {
  return {
    ...(typeof tid === 'string' && { tid }),
    ...(typeof oid === 'string' && { oid }),
    ...(typeof upn === 'string' && { upn }),
    ...(typeof exp === 'number' && Math.abs(exp) < largestSeconds && { exp }),
  };
}

function encodePart(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Longest challenge that is read; real ones have some hundred characters. */
const longestChallenge = 8_192;

/**
 * The claims, as JSON, that a `WWW-Authenticate` header asks the next token to have; undefined when it asks for none or
 * they cannot be read.
 */
export function claimsIn(challenge: string): string | undefined {
  if (challenge.length > longestChallenge || !/\bBearer\b/i.test(challenge)) return undefined;
  const encoded = /\bclaims="([A-Za-z0-9+/_=-]+)"/i.exec(challenge)?.[1];
  if (encoded === undefined) return undefined;
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const value: unknown = JSON.parse(claims);
    return typeof value === 'object' && value !== null ? claims : undefined;
  } catch {
    return undefined;
  }
}

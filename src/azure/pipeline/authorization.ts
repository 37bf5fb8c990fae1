import type { PipelinePolicy, PipelineRequest, PipelineResponse, SendRequest } from '@azure/core-rest-pipeline';
import type { CachedCredential } from '../cachedCredential.ts';
import { claimsIn } from '../claimsChallenge.ts';
import { FailureError } from '../failureError.ts';

/**
 * Puts the token on each request that leaves, in place of the SDK's policy, which does so once for all tries: what waited
 * a minute for `Retry-After` then carries a token that has expired meanwhile, and a redirected request none at all.
 *
 * A token that the service refuses is dropped and the request sent once more with a new one. A challenge that asks for
 * more than a token (conditional access) is put to the credential; where it cannot satisfy it without the person, the
 * failure carries the challenge.
 */
export function authorization(credential: CachedCredential, scope: string): PipelinePolicy {
  return {
    name: 'securityIncidents.authorization',
    async sendRequest(request, next) {
      const { token } = await credential.getToken(scope, { enableCae: true });
      const response = await sendWith(token, request, next);
      if (response.status !== 401) return response;
      const challenge = response.headers.get('www-authenticate') ?? '';
      const claims = claimsIn(challenge);
      if (claims === undefined) credential.forget(token);
      const second = await tokenFor(credential, scope, claims, challenge);
      const last = second === token ? response : await sendWith(second, request, next);
      if (last.status === 401) credential.forget(second);
      return last;
    },
  };
}

function sendWith(token: string, request: PipelineRequest, next: SendRequest): Promise<PipelineResponse> {
  request.headers.set('Authorization', `Bearer ${token}`);
  return next(request);
}

async function tokenFor(
  credential: CachedCredential,
  scope: string,
  claims: string | undefined,
  challenge: string,
): Promise<string> {
  if (claims === undefined) return (await credential.getToken(scope, { enableCae: true })).token;
  try {
    return (await credential.getToken(scope, { enableCae: true, claims })).token;
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.kind !== 'notSignedIn') throw error;
    throw new FailureError({ ...error.failure, claims: challenge });
  }
}

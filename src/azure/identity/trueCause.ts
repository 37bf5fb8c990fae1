import type { TokenCredential } from '@azure/core-auth';
import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import { FailureError } from '../failureError.ts';

/**
 * Makes a credential fail with what really happened. `@azure/identity` says one and the same of a pulled plug, a proxy's
 * page, an Entra ID that is down and a tenant that does not exist, so that each of them would look like a wrong secret.
 *
 * @param create makes the credential with a policy that sees every try.
 */
export function withTrueCause(create: (notesFailures: PipelinePolicy) => TokenCredential): TokenCredential {
  let cause: unknown;
  const credential = create({
    name: 'securityIncidents.notesFailures',
    async sendRequest(request, next) {
      cause = undefined;
      try {
        const response = await next(request);
        cause = causeOf(response);
        return response;
      } catch (error) {
        cause = error;
        throw error;
      }
    },
  });
  return {
    async getToken(scopes, options) {
      cause = undefined;
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        throw cause ?? error;
      }
    },
  };
}

function causeOf({ status, headers, bodyAsText }: PipelineResponse): FailureError | undefined {
  if (status === 407) return new FailureError({ kind: 'proxyRefused', detail: 'HTTP 407' });
  if (/^\s*text\/html/i.test(headers.get('content-type') ?? '')) return new FailureError({ kind: 'notAzure' });
  if (status >= 500) return new FailureError({ kind: 'unexpected', code: 'EntraId', status });
  if (status < 400) return undefined;
  const number = /"error_description"\s*:\s*"(AADSTS\d{4,8})\b/.exec(bodyAsText ?? '')?.[1];
  return number === undefined ? undefined : new FailureError({ kind: 'notSignedIn', detail: number });
}

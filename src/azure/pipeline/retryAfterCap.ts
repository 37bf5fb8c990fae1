import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import type { Clock } from '../../services/ports.ts';
import { FailureError } from '../failureError.ts';
import { hasRetryAfter, longestWait, readRetryAfter } from '../retryAfter.ts';

/**
 * Makes `Retry-After` safe for the SDK's retry policy, which waits an hour when told so, fires at once on negative and
 * oversized numbers, and does not retry a 429 without the header. A wait too long for one call ends it as `throttled`.
 */
export function retryAfterCap(clock: Clock): PipelinePolicy {
  return {
    name: 'securityIncidents.retryAfterCap',
    async sendRequest(request, next) {
      const response = await next(request);
      const throttled = response.status === 429 || (response.status === 503 && hasRetryAfter(response.headers));
      if (!throttled) return response;
      const wait = readRetryAfter(response.headers, clock.now());
      if (wait > longestWait) throw new FailureError({ kind: 'throttled', retryAt: clock.now() + wait });
      response.headers.delete('retry-after');
      response.headers.delete('x-ms-retry-after-ms');
      response.headers.set('retry-after-ms', wait);
      return response;
    },
  };
}

import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { hasRetryAfter } from '../retryAfter.ts';
import type { GraphQuota } from './graphQuota.ts';
import { readQuotaReset } from './graphQuota.ts';

/**
 * Sends a query when the quota allows it, and tells the quota what the answer says. A query that was refused all the
 * same waits until the quota is whole again: Resource Graph says when in a header of its own.
 */
export function graphQuotaPolicy(quota: GraphQuota): PipelinePolicy {
  return {
    name: 'securityIncidents.graphQuota',
    async sendRequest(request, next) {
      await quota.take(request.abortSignal);
      const response = await next(request).catch((error: unknown) => {
        quota.release();
        throw error;
      });
      quota.learn(response.headers);
      const wait = readQuotaReset(response.headers);
      if (response.status === 429 && wait !== undefined && !hasRetryAfter(response.headers)) {
        response.headers.set('retry-after-ms', wait);
      }
      return response;
    },
  };
}

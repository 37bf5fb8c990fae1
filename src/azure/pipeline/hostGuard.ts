import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { unexpected } from '../failureError.ts';

/**
 * Refuses every request that leaves the configured Azure Resource Manager, before a token is fetched or a connection is
 * made. Without it a `nextLink` to any other https host receives the live token, and that host's rows become alerts.
 */
export function hostGuard(resourceManagerEndpoint: string): PipelinePolicy {
  const { origin } = new URL(resourceManagerEndpoint);
  return {
    name: 'securityIncidents.hostGuard',
    sendRequest(request, next) {
      const url = URL.parse(request.url);
      if (url?.protocol !== 'https:' || url.origin !== origin || url.username !== '' || url.password !== '') {
        return Promise.reject(unexpected('ForeignLink'));
      }
      return next(request);
    },
  };
}

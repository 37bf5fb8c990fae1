import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** Takes a byte order mark off the body: some gateways add one, and the SDK's JSON parser refuses it. */
export function byteOrderMark(): PipelinePolicy {
  return {
    name: 'securityIncidents.byteOrderMark',
    async sendRequest(request, next) {
      const response = await next(request);
      if (response.bodyAsText?.startsWith('\uFEFF') === true) response.bodyAsText = response.bodyAsText.slice(1);
      return response;
    },
  };
}

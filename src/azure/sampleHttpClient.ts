import type { HttpClient, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import type { SampleEnvironment } from '../sample/index.ts';

/** The sample environment as the SDK's transport. It is loaded with the first request, so that nobody else pays for it. */
export function createSampleHttpClient(load: () => Promise<SampleEnvironment>): HttpClient {
  let loading: Promise<SampleEnvironment> | undefined;
  return {
    async sendRequest(request): Promise<PipelineResponse> {
      loading ??= load();
      const environment = await loading;
      const answer = await environment.handle({
        method: request.method,
        url: request.url,
        headers: request.headers.toJSON(),
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
      });
      return { request, status: answer.status, headers: createHttpHeaders(answer.headers), bodyAsText: answer.body };
    },
  };
}

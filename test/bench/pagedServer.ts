import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders } from '@azure/core-rest-pipeline';

const headers = createHttpHeaders({ 'content-type': 'application/json; charset=utf-8' });

/** Answers alert lists from page bodies that are made beforehand or as they are asked for; nothing else is served. */
export function pagedServer(pageAt: (firstAlert: number) => string): HttpClient {
  return {
    sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
      const skipped = Number(new URL(request.url).searchParams.get('$skiptoken') ?? 0);
      return Promise.resolve({ request, status: 200, headers, bodyAsText: pageAt(skipped) });
    },
  };
}

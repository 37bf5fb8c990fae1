import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import { FailureError, unexpected } from '../failureError.ts';
import { parseInTurns } from './parseInTurns.ts';

/** How every web page begins, whatever its headers call it. */
const pageStart = /^\s*<(?:!doctype|html|\?xml|head|body)\b/i;

/**
 * Parses the body of a good answer, in place of the SDK's policy, whose error message holds the whole body. What a proxy
 * sends in place of Azure is named as such. JSON counts whatever it is called; a body that calls itself JSON and is none
 * was cut off or damaged on its way, and is asked for again. Anything else is left without a parsed body, which is no
 * list of anything.
 */
export function jsonBody(): PipelinePolicy {
  return {
    name: 'securityIncidents.jsonBody',
    async sendRequest(request, next) {
      const response = await next(request);
      const text = response.bodyAsText;
      if (response.status < 200 || response.status > 299 || text === undefined || text === null) return response;
      const contentType = response.headers.get('content-type') ?? '';
      if (/^\s*(text\/html|application\/xhtml\+xml)/i.test(contentType) || pageStart.test(text.slice(0, 100))) {
        throw new FailureError({ kind: 'notAzure' });
      }
      return text === '' ? response : parsed(response, text, contentType);
    },
  };
}

async function parsed(response: PipelineResponse, text: string, contentType: string): Promise<PipelineResponse> {
  try {
    const parsedBody = await parseInTurns(text.replace(/^\uFEFF/, ''));
    // The SDK's policy parses whatever text it still finds.
    return Object.assign(response, { parsedBody, bodyAsText: null });
  } catch {
    if (contentType === '' || /\bjson\b/i.test(contentType)) throw unexpected('UnreadableAnswer');
    return Object.assign(response, { bodyAsText: null });
  }
}

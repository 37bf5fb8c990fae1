import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** The body as JSON; undefined when it was none. */
export interface KeptJson {
  readonly json?: unknown;
}

/**
 * Keeps what `jsonBody` has parsed under a name of its own. The client of Resource Graph would parse the text itself, of
 * which `jsonBody` has left none, and drops what was parsed before.
 */
export function keepJson(): PipelinePolicy {
  return {
    name: 'securityIncidents.keepJson',
    async sendRequest(request, next) {
      const response = await next(request);
      return Object.assign(response, { json: (response as { parsedBody?: unknown }).parsedBody });
    },
  };
}

import type { ServiceClient } from '@azure/core-client';
import { createHttpHeaders, createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline';
import type { JsonObject } from '../domain/json.ts';
import type { Cancellation, Clock } from '../services/ports.ts';
import { answerDeadline, tryDeadline } from './armGet.ts';
import { bounded } from './bounded.ts';
import { FailureError } from './failureError.ts';
import { failureOfAnswer } from './toFailure.ts';

interface Change {
  readonly method: Extract<HttpMethods, 'PUT' | 'POST' | 'DELETE'>;
  readonly url: string;
  readonly body?: JsonObject;
  /** Statuses by which the service says that it has accepted the change. */
  readonly accepted: readonly number[];
}

/**
 * Sends a change through the client's whole pipeline, and gives the JSON of the answer as it came; undefined when it was
 * none. For operations of which the SDK's description is wrong: it loses dates that the service spells differently and
 * properties that it does not know, and takes a 202 for an error.
 *
 * @throws FailureError, or what the pipeline throws.
 */
export async function armSend(
  client: ServiceClient,
  { method, url, body, accepted }: Change,
  cancellation: Cancellation,
  clock: Clock,
): Promise<unknown> {
  const content = body && {
    body: JSON.stringify(body),
    headers: createHttpHeaders({ 'content-type': 'application/json; charset=utf-8' }),
  };
  const response = await bounded({ cancellation, milliseconds: answerDeadline }, (abortSignal) =>
    client.sendRequest(createPipelineRequest({ url, method, abortSignal, timeout: tryDeadline, ...content })),
  );
  if (!accepted.includes(response.status)) throw new FailureError(failureOfAnswer(response, clock.now()));
  return (response as { parsedBody?: unknown }).parsedBody;
}

import type { ServiceClient } from '@azure/core-client';
import { createPipelineRequest } from '@azure/core-rest-pipeline';
import type { Cancellation, Clock } from '../services/ports.ts';
import { bounded } from './bounded.ts';
import { FailureError } from './failureError.ts';
import { failureOfAnswer } from './toFailure.ts';

/** Longest time for one try, its body included. */
export const tryDeadline = 30_000;

/** Longest time for one answer: three tries and the waits between them. */
export const answerDeadline = 120_000;

/**
 * GETs a link through the client's whole pipeline and gives the JSON as the service sent it. The SDK's operations are
 * not used for reading: their model drops what version 2021-11-01 did not know, and mapping to it costs most of the
 * time of a refresh. The body is undefined when it was no JSON.
 *
 * @throws FailureError, or what the pipeline throws.
 */
export async function armGet(
  client: ServiceClient,
  url: string,
  cancellation: Cancellation,
  clock: Clock,
): Promise<unknown> {
  const response = await bounded({ cancellation, milliseconds: answerDeadline }, (abortSignal) =>
    client.sendRequest(createPipelineRequest({ url, abortSignal, timeout: tryDeadline })),
  );
  if (response.status !== 200) throw new FailureError(failureOfAnswer(response, clock.now()));
  return (response as { parsedBody?: unknown }).parsedBody;
}

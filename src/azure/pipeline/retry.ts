import { randomInt } from 'node:crypto';
import type { PipelinePolicy, PipelineRequest, PipelineResponse, SendRequest } from '@azure/core-rest-pipeline';
import type { Clock } from '../../services/ports.ts';
import type { Pause } from '../bounded.ts';
import { FailureError } from '../failureError.ts';
import { hasRetryAfter, longestWait, readRetryAfter } from '../retryAfter.ts';
import { neverArrived, transportFailure } from '../toFailure.ts';

/** A request is sent at most so often. */
const mostTries = 3;

/** First wait after an error of the service or the network, in milliseconds; each next one is twice as long. */
const firstWait = 1_000;

/** Resource Graph is asked by POST and changes nothing. */
const queryPath = /\/providers\/Microsoft\.ResourceGraph\/resources\?/i;

/** Changes of an alert's status. Whoever sends many of them waits once for all: the limit is the subscription's. */
const statusChangePath = /\/alerts\/[^/?]+\/(?:activate|dismiss|resolve|inProgress)\?/i;

type Outcome = { readonly response: PipelineResponse } | { readonly error: unknown };

/**
 * Sends a request again where that can help, in place of the SDK's retry policy. That one repeats changes blindly, waits
 * an hour when told so, fires at once on negative and oversized numbers, does not retry a 429 without `Retry-After` and
 * gives up on half of the network's errors.
 *
 * A throttled request waits as long as the service asks, all waits of one request together at most `longestWait`; what
 * would take longer ends as `throttled`, and so does a throttled change of a status at once. A body that was cut off is asked for once more. Certificates that are not
 * trusted, refusing proxies and time limits are never retried: the same would come again.
 */
export function retry(clock: Clock, pause: Pause): PipelinePolicy {
  return {
    name: 'securityIncidents.retry',
    async sendRequest(request, next) {
      let waited = 0;
      for (let tries = 1; ; tries += 1) {
        const outcome = await outcomeOf(request, next);
        const wait = tries < mostTries ? waitBeforeNext(outcome, request, tries, clock.now()) : undefined;
        if (wait === undefined) return settle(outcome);
        waited += wait;
        if (waited > longestWait) throw new FailureError({ kind: 'throttled', retryAt: clock.now() + wait });
        if (wait > 0) await pause(wait, request.abortSignal);
      }
    },
  };
}

async function outcomeOf(request: PipelineRequest, next: SendRequest): Promise<Outcome> {
  try {
    return { response: await next(request) };
  } catch (error) {
    return { error };
  }
}

function settle(outcome: Outcome): PipelineResponse {
  if ('error' in outcome) throw outcome.error;
  return outcome.response;
}

/** Milliseconds to wait before the request is sent again; undefined when it is not. */
function waitBeforeNext(outcome: Outcome, request: PipelineRequest, tries: number, now: number): number | undefined {
  const repeatable = request.method === 'GET' || queryPath.test(request.url);
  if ('error' in outcome) return waitAfterError(outcome.error, repeatable, tries);
  const { status, headers } = outcome.response;
  if (status === 429) return statusChangePath.test(request.url) ? undefined : readRetryAfter(headers, now, tries);
  if (!repeatable) return undefined;
  if (status === 503 && hasRetryAfter(headers)) return readRetryAfter(headers, now, tries);
  const passing = status === 408 || (status >= 500 && status !== 501 && status !== 505);
  return passing ? backOff(tries) : undefined;
}

function waitAfterError(error: unknown, repeatable: boolean, tries: number): number | undefined {
  if (isCutOff(error)) return repeatable && tries === 1 ? 0 : undefined;
  const failure = error instanceof FailureError ? error.failure : transportFailure(error);
  if (failure?.kind !== 'offline' && failure?.kind !== 'proxyRefused') return undefined;
  const { detail = '' } = failure;
  const mayHelp = repeatable ? detail.startsWith('E') && detail !== 'ETIMEDOUT' : neverArrived.has(detail);
  return mayHelp ? backOff(tries) : undefined;
}

function isCutOff(error: unknown): boolean {
  if (!(error instanceof FailureError)) return false;
  return error.failure.kind === 'unexpected' && error.failure.code === 'UnreadableAnswer';
}

/** Between a half and the whole of the wait, so that many clients do not come back in step. */
function backOff(tries: number): number {
  return firstWait * 2 ** (tries - 1) * (randomInt(500, 1_001) / 1_000);
}

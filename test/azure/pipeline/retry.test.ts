import type { HttpMethods, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { FailureError, unexpected } from '../../../src/azure/failureError.ts';
import { retry } from '../../../src/azure/pipeline/retry.ts';
import type { AzureFailure } from '../../../src/domain/azureFailure.ts';
import { noon } from '../../builders/alert.ts';

interface Wish {
  readonly method?: HttpMethods;
  readonly url?: string;
  /** Status, with headers, or a failure, always the same. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly failure?: AzureFailure;
}

/** How often a request is sent and how long is waited, when it always ends the same way. */
async function sent({ method = 'GET', url = 'https://arm/x?', status = 200, headers = {}, failure }: Wish) {
  const waits: number[] = [];
  let tries = 0;
  const pause = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const request = createPipelineRequest({ url, method });
  const next = (): Promise<PipelineResponse> => {
    tries += 1;
    if (failure !== undefined) return Promise.reject(new FailureError(failure));
    return Promise.resolve({ request, status, headers: createHttpHeaders(headers) });
  };
  const outcome = await retry({ now: () => noon }, pause)
    .sendRequest(request, next)
    .then(
      (response) => response.status,
      (error: unknown) => (error instanceof FailureError ? error.failure : error),
    );
  return { tries, waits, outcome };
}

describe('a read', () => {
  it.each([408, 500, 502, 503, 504])('that ends with %i is sent three times, ever later', async (status) => {
    const { tries, waits, outcome } = await sent({ status });
    expect([tries, outcome]).toEqual([3, status]);
    expect(waits[0]).toBeGreaterThanOrEqual(500);
    expect(waits[0]).toBeLessThanOrEqual(1_000);
    expect(waits[1]).toBeGreaterThanOrEqual(1_000);
    expect(waits[1]).toBeLessThanOrEqual(2_000);
  });

  it.each([200, 204, 302, 400, 401, 403, 404, 409, 501, 505])('that ends with %i is sent once', async (status) => {
    expect(await sent({ status })).toEqual({ tries: 1, waits: [], outcome: status });
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'that the network ends with %s is sent three times',
    async (detail) => expect((await sent({ failure: { kind: 'offline', detail } })).tries).toBe(3),
  );

  it.each<AzureFailure>([
    { kind: 'offline', detail: 'ETIMEDOUT' },
    { kind: 'untrusted', detail: 'CERT_HAS_EXPIRED' },
    { kind: 'proxyRefused', detail: 'HTTP 407' },
    { kind: 'notAzure' },
    { kind: 'tooLarge' },
    { kind: 'cancelled' },
  ])('that fails with $kind is sent once: the same would come again', async (failure) => {
    expect(await sent({ failure })).toEqual({ tries: 1, waits: [], outcome: failure });
  });

  it('whose answer is cut off is sent once more, at once', async () => {
    const { failure } = unexpected('UnreadableAnswer');
    expect(await sent({ failure })).toEqual({ tries: 2, waits: [], outcome: failure });
  });

  it('is throttled for a minute at most, all waits together', async () => {
    const { tries, waits, outcome } = await sent({ status: 429, headers: { 'retry-after': '40' } });
    expect([tries, waits]).toEqual([2, [40_000]]);
    expect(outcome).toEqual({ kind: 'throttled', retryAt: noon + 40_000 });
  });
});

describe('a change', () => {
  const method = 'POST';

  it.each([408, 500, 502, 503, 504])('that ends with %i is never repeated: it may have been made', async (status) => {
    expect((await sent({ method, status })).tries).toBe(1);
  });

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])('that the network ends with %s is not repeated', async (detail) => {
    expect((await sent({ method, failure: { kind: 'offline', detail } })).tries).toBe(1);
  });

  it('that never left, or was turned away as too many, is sent again', async () => {
    expect((await sent({ method, failure: { kind: 'offline', detail: 'ECONNREFUSED' } })).tries).toBe(3);
    expect((await sent({ method, status: 429, headers: { 'retry-after': '1' } })).tries).toBe(3);
  });

  it('a query of Resource Graph is a read, though it is a POST', async () => {
    const url = 'https://arm/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
    expect((await sent({ method, url, status: 503 })).tries).toBe(3);
  });
});

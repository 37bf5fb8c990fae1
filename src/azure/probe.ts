import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import type { AzureResult } from '../domain/azureFailure.ts';
import type { Cancellation, Clock } from '../services/ports.ts';
import { bounded } from './bounded.ts';
import { toFailure } from './toFailure.ts';
import { createNodeHttpClient } from './transport/nodeHttpClient.ts';

const deadline = 15_000;

export interface Reached {
  readonly status: number;
  /** Milliseconds by which this machine's clock is ahead of the other side's; absent when that names no time. */
  readonly clockAhead?: number;
}

/** Whether an address answers, asked without a token: tells the network, the proxy and certificates from the sign-in. */
export async function probe(url: string, cancellation: Cancellation, clock: Clock): Promise<AzureResult<Reached>> {
  try {
    const response = await bounded({ cancellation, milliseconds: deadline }, (abortSignal) => {
      const headers = createHttpHeaders({ accept: 'application/json' });
      return createNodeHttpClient().sendRequest(createPipelineRequest({ url, headers, abortSignal }));
    });
    if (response.status === 407) return { ok: false, failure: { kind: 'proxyRefused', detail: 'HTTP 407' } };
    const clockAhead = clock.now() - Date.parse(response.headers.get('date') ?? '');
    return { ok: true, value: { status: response.status, ...(Number.isNaN(clockAhead) ? {} : { clockAhead }) } };
  } catch (error) {
    return { ok: false, failure: toFailure(error, clock.now()) };
  }
}

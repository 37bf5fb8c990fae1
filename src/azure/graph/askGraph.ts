import type { QueryRequest, ResourceGraphClient } from '@azure/arm-resourcegraph';
import type { Cancellation } from '../../services/ports.ts';
import type { Arm } from '../arm.ts';
import { answerDeadline, tryDeadline } from '../armGet.ts';
import { bounded } from '../bounded.ts';
import { FailureError, unexpected } from '../failureError.ts';
import { mostPages } from '../pages.ts';
import { failureOfAnswer } from '../toFailure.ts';
import type { GraphPage } from './graphPage.ts';
import { readGraphPage } from './graphPage.ts';
import type { KeptJson } from './keepJson.ts';

/** A question to Resource Graph with the token of one tenant. */
export interface GraphQuery {
  readonly tenantId: string;
  readonly query: string;
  /** At most 1,000, lower case. */
  readonly subscriptionIds: readonly string[];
  /** Rows of a page. */
  readonly top: number;
}

/** Subscriptions that one question may name, and rows that one page may have: the service takes no more. */
export const mostSubscriptions = 1_000;
export const mostRows = 1_000;

type QueryOptions = NonNullable<Parameters<ResourceGraphClient['resources']>[1]>;
type RawAnswer = Parameters<NonNullable<QueryOptions['onResponse']>>[0] & KeptJson;

/**
 * Every page of the answer to a query. Resource Graph pages by a token in the body, which is opaque.
 *
 * @throws FailureError PagingLoop, TooManyPages, what `readGraphPage` throws, or what the pipeline throws.
 */
export async function* askGraph(arm: Arm, query: GraphQuery, cancellation: Cancellation): AsyncGenerator<GraphPage> {
  const visited = new Set<string | undefined>();
  let token: string | undefined;
  do {
    if (visited.has(token)) throw unexpected('PagingLoop');
    if (visited.size === mostPages) throw unexpected('TooManyPages');
    visited.add(token);
    const page = await askPage(arm, query, token, cancellation);
    yield page;
    token = page.skipToken;
  } while (token !== undefined);
}

async function askPage(
  { clients, clock }: Arm,
  { tenantId, query, subscriptionIds, top }: GraphQuery,
  skipToken: string | undefined,
  cancellation: Cancellation,
): Promise<GraphPage> {
  const request: QueryRequest = {
    query,
    subscriptions: [...subscriptionIds],
    options: { top, resultFormat: 'objectArray', ...(skipToken === undefined ? {} : { skipToken }) },
  };
  const { status, headers, bodyAsText, json } = await bounded(
    { cancellation, milliseconds: answerDeadline },
    (abortSignal) => send(clients.graphOf(tenantId), request, abortSignal),
  );
  if (status !== 200) throw new FailureError(failureOfAnswer({ status, headers, bodyAsText }, clock.now()));
  return readGraphPage(json, headers);
}

/**
 * The answer as it came. What the client makes of it is not used: it loses the codes of errors and the headers, and
 * reads any text as an answer without rows.
 */
async function send(client: ResourceGraphClient, request: QueryRequest, abortSignal: AbortSignal): Promise<RawAnswer> {
  let answer: RawAnswer | undefined;
  const onResponse = (raw: RawAnswer): void => void (answer = raw);
  try {
    await client.resources(request, { abortSignal, onResponse, requestOptions: { timeout: tryDeadline } });
  } catch (error) {
    if (answer === undefined) throw error;
  }
  if (answer === undefined) throw unexpected('BadEnvelope');
  return answer;
}

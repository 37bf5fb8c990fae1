import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { FailureError } from '../../src/azure/failureError.ts';
import { decodeText } from '../../src/azure/transport/decodeText.ts';
import { bodyError, connectionError } from '../../src/azure/transport/transportError.ts';
import type { ArmResponse, SampleEnvironment } from '../../src/sample/index.ts';
import { createSampleEnvironment } from '../../src/sample/index.ts';
import { deliver, type Delivery, type Fault } from '../arm-server/fault.ts';
import { worldOf } from '../arm-server/scenario/scenario.ts';
import { faulty, scenario } from './faultWorld.ts';

const now = Date.now();
const answers = new Map<string, ArmResponse>();
let environment: SampleEnvironment | undefined;

/** Rows of a page: what goes wrong with pages does not depend on how much is on them. */
const rowsOfPage = 10;

/** What the environment answers to a read, worked out once, with fewer rows on each page. */
async function answerTo({ method, url, headers }: PipelineRequest): Promise<ArmResponse> {
  environment ??= createSampleEnvironment({ now, endpoint: new URL(url).origin, ...worldOf(scenario, now) });
  const known = answers.get(url) ?? shortened(await environment.handle({ method, url, headers: headers.toJSON() }));
  answers.set(url, known);
  return known;
}

function shortened(response: ArmResponse): ArmResponse {
  const body = JSON.parse(response.body) as { readonly value?: readonly unknown[] };
  if (body.value === undefined) return response;
  return { ...response, body: JSON.stringify({ ...body, value: body.value.slice(0, rowsOfPage) }) };
}

/**
 * The transport without a socket, for thousands of sequences: the pipeline above it is the real one, and what the real
 * transport makes of a spoilt answer is what its tests over a socket show.
 */
export function transportInProcess(nextFault: () => Fault | undefined): HttpClient {
  return {
    async sendRequest(request) {
      const response = await answerTo(request);
      const fault = request.url.includes(faulty) ? nextFault() : undefined;
      return received(deliver(response, fault), request);
    },
  };
}

function received({ status, headers, body, manner }: Delivery, request: PipelineRequest): PipelineResponse {
  switch (manner.kind) {
    case 'reset':
      throw connectionError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }), false);
    case 'stall':
    case 'trickle':
      throw new FailureError({ kind: 'offline', detail: 'ETIMEDOUT' });
    case 'cut':
      throw bodyError(new Error('aborted'));
    case 'length':
      if (manner.difference !== 0) throw bodyError(new Error('aborted'));
      break;
    default:
  }
  const known = createHttpHeaders(headers);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return { request, status, headers: known, bodyAsText: decodeText(bytes, known.get('content-type')) };
}

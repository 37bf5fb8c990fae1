import https from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { FailureError, unexpected } from '../failureError.ts';
import { decodeText } from './decodeText.ts';
import { isTunnel, provesItself } from './proxy.ts';
import { readBody } from './readBody.ts';
import { bodyError, connectionError } from './transportError.ts';

/** Longest time for one exchange where the request names none, in milliseconds. */
const longestExchange = 30_000;

/**
 * The transport below the SDK's clients. The SDK's own reads answers of any size into one text, which a compressed body
 * of half a megabyte turns into an exception that nobody can catch. This one
 * - ends each exchange, its body included, within the request's timeout, and at once when it is cancelled;
 * - reads a bounded number of bytes, counted after decompression, and destroys the socket of what it gives up;
 * - never follows a redirect, and knows no option to trust a certificate that cannot be checked.
 *
 * It calls `https.request` because that is where VS Code steps in: before extensions load, `@vscode/proxy-agent` replaces
 * `request` and `get` of `http` and `https`, and `connect` of `net` and `tls`, in the modules themselves. Requests then
 * follow `http.proxy`, `http.noProxy` and the system's proxy or PAC file, and trust the system's certificates. With
 * `http.proxySupport` "on" it does so only for requests that bring no agent of their own, so none is made here; Node's
 * global agent keeps connections alive. Where VS Code is not, the SDK's proxy policy sets `agent` from the environment.
 */
export function createNodeHttpClient(): HttpClient {
  return { sendRequest };
}

/** @throws FailureError for everything that keeps an answer from being whole. */
async function sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
  const { abortSignal, timeout } = request;
  if (abortSignal?.aborted === true) throw new FailureError({ kind: 'cancelled' });
  const stop = new AbortController();
  const onAbort = () => stop.abort(new FailureError({ kind: 'cancelled' }));
  const onLate = () => stop.abort(new FailureError({ kind: 'offline', detail: 'ETIMEDOUT' }));
  const timer = setTimeout(onLate, timeout > 0 ? timeout : longestExchange);
  abortSignal?.addEventListener('abort', onAbort);
  try {
    return await exchange(request, stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? (stop.signal.reason as FailureError) : error;
  } finally {
    clearTimeout(timer);
    abortSignal?.removeEventListener('abort', onAbort);
  }
}

async function exchange(request: PipelineRequest, signal: AbortSignal): Promise<PipelineResponse> {
  const incoming = await headOf(request, signal);
  const headers = createHttpHeaders(plainHeaders(incoming));
  const status = incoming.statusCode ?? 0;
  try {
    const body = await readBody(incoming, signal);
    return { request, status, headers, bodyAsText: decodeText(body, headers.get('content-type')) };
  } catch (error) {
    throw bodyError(error);
  }
}

/** The head of the answer; its body is still to be read. */
function headOf(request: PipelineRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const { method, url, body = '' } = request;
  if (typeof body !== 'string') throw unexpected('UnsupportedBody');
  const agent = agentOf(request);
  return new Promise((resolve, reject) => {
    const headers = request.headers.toJSON();
    const outgoing = https.request(new URL(url), {
      method,
      headers,
      signal,
      ...(agent === undefined ? {} : { agent }),
    });
    let throughTunnel = isTunnel(agent);
    outgoing.once('proxyConnect', () => (throughTunnel = false));
    outgoing.on('response', (incoming) => {
      if (provesItself(incoming)) {
        resolve(incoming);
        return;
      }
      incoming.destroy();
      reject(new FailureError({ kind: 'proxyRefused', detail: `HTTP ${String(incoming.statusCode)}` }));
    });
    // Stays when the answer has begun: an error that nobody hears would end the extension host.
    outgoing.on('error', (error) => reject(connectionError(error, throughTunnel)));
    outgoing.end(body);
  });
}

/** VS Code reads the proxy's variables of the environment itself, after its settings: there the policy's agent yields. */
function agentOf({ agent }: PipelineRequest): https.Agent | undefined {
  return '__vscodeOriginal' in https ? undefined : (agent as https.Agent | undefined);
}

/** Cookies are of no use here and are secrets; of a header that came twice, Node gives the first or joins them. */
function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  const texts = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

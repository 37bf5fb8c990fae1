import type { AzureFailure } from '../domain/azureFailure.ts';
import { FailureError } from './failureError.ts';
import { readArmErrorBody } from './armErrorBody.ts';
import type { ReadableHeaders } from './retryAfter.ts';
import { readRetryAfter } from './retryAfter.ts';

/** The parts of an answer that a failure is made of; `PipelineResponse` fits. */
interface FailedAnswer {
  readonly status: number;
  readonly headers: ReadableHeaders;
  readonly bodyAsText?: string | null | undefined;
}

/** Codes of Node's network and TLS layers that mean: Azure was not reached, or not by a connection that can be trusted. */
const offlineCodes = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'EPIPE', 'EPROTO', 'EADDRNOTAVAIL'],
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
  ...['CERT_UNTRUSTED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'],
]);

/** Longest error body that is read: past this it is no ARM error but a page that something else sent. */
const longestErrorBody = 64 * 1024;

/**
 * Turns whatever a call threw into a failure. Only codes, numbers and ids are taken over: messages of the SDK may hold
 * the whole body, and its objects hold the token. `now` is epoch milliseconds.
 */
export function toFailure(error: unknown, now: number): AzureFailure {
  if (error instanceof FailureError) return error.failure;
  const answer = answerOf(error);
  if (answer !== undefined && (answer.status < 200 || answer.status > 299)) return failureOfAnswer(answer, now);
  const network = networkCode(error);
  if (network !== undefined) return { kind: 'offline', detail: network };
  if (nameOf(error) === 'AbortError') return { kind: 'offline', detail: 'ETIMEDOUT' };
  const id = answer === undefined ? undefined : requestId(answer.headers);
  return {
    kind: 'unexpected',
    code: codeOf(error) === 'PARSE_ERROR' ? 'UnreadableAnswer' : (safeCode(codeOf(error)) ?? nameOf(error)),
    ...(answer === undefined ? {} : { status: answer.status }),
    ...(id === undefined ? {} : { requestId: id }),
  };
}

/** The failure that an answer with an unwanted status stands for. */
export function failureOfAnswer(answer: FailedAnswer, now: number): AzureFailure {
  const { code, message } = readArmErrorBody(parseErrorBody(answer.bodyAsText));
  if (code !== undefined && isNotRegistered(code)) return { kind: 'notRegistered' };
  if (answer.status === 401) return { kind: 'notSignedIn', detail: safeCode(code) ?? 'Unauthorized' };
  if (answer.status === 403) return forbidden(message);
  if (answer.status === 429) return { kind: 'throttled', retryAt: now + readRetryAfter(answer.headers, now) };
  const id = requestId(answer.headers);
  return {
    kind: 'unexpected',
    code: safeCode(code) ?? `HTTP ${answer.status}`,
    status: answer.status,
    ...(id === undefined ? {} : { requestId: id }),
  };
}

/** The live code has spaces ("Subscription Not Registered", 404); other providers send other spellings, some with 409. */
function isNotRegistered(code: string): boolean {
  const folded = code.replaceAll(/\s/g, '').toLowerCase();
  return folded === 'subscriptionnotregistered' || folded === 'missingsubscriptionregistration';
}

function forbidden(message: string | undefined): AzureFailure {
  const action = /perform action '([\w./-]{1,200})'/.exec(message ?? '')?.[1];
  return action === undefined ? { kind: 'forbidden' } : { kind: 'forbidden', action };
}

function parseErrorBody(text: string | null | undefined): unknown {
  if (text === undefined || text === null || text.length > longestErrorBody) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Codes come from the other side too: only a short word is let through. */
function safeCode(code: string | undefined): string | undefined {
  return code !== undefined && /^[A-Za-z][\w .-]{0,79}$/.test(code) ? code : undefined;
}

/** The id that Azure support asks for. */
function requestId(headers: ReadableHeaders): string | undefined {
  const id = headers.get('x-ms-request-id') ?? headers.get('x-ms-correlation-request-id');
  return id !== undefined && /^[\w.:-]{1,100}$/.test(id) ? id : undefined;
}

/** The first network code along the chain of causes: credentials wrap the error that says why. */
export function networkCode(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    const code = codeOf(current);
    if (code !== undefined && offlineCodes.has(code)) return code;
    current = 'cause' in current ? current.cause : undefined;
  }
  return undefined;
}

/** Structural, not `instanceof`: the SDK and this room may each have loaded their own copy of the class. */
function answerOf(error: unknown): FailedAnswer | undefined {
  if (typeof error !== 'object' || error === null || !('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null) return undefined;
  return 'status' in response && 'headers' in response ? (response as FailedAnswer) : undefined;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function nameOf(error: unknown): string {
  return (error instanceof Error ? safeCode(error.name) : undefined) ?? 'Error';
}

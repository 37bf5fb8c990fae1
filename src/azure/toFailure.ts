import type { AzureFailure } from '../domain/azureFailure.ts';
import { claimsIn } from './claimsChallenge.ts';
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

/** Codes of Node's network layer that mean: Azure was not reached. */
const offlineCodes = new Set([
  ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'EPIPE', 'EPROTO', 'EADDRNOTAVAIL'],
]);

/** Codes of the TLS layer that mean: whoever answered cannot prove to be the host that was asked. */
const untrustedCodes = new Set([
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
  ...['CERT_UNTRUSTED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH', 'CERT_REVOKED', 'CERT_REJECTED'],
  ...['CERT_SIGNATURE_FAILURE', 'CERT_CHAIN_TOO_LONG', 'INVALID_CA', 'INVALID_PURPOSE', 'PATH_LENGTH_EXCEEDED'],
]);

/** Errors of the network after which the request cannot have arrived, so that even a change may be sent again. */
export const neverArrived = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
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
  const transport = transportFailure(error);
  if (transport !== undefined) return transport;
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
  const folded = code?.replaceAll(/\s/g, '').toLowerCase() ?? '';
  if (notRegisteredCodes.has(folded)) return { kind: 'notRegistered' };
  if (folded === 'subscriptionnotfound') return { kind: 'subscriptionUnavailable', reason: 'notFound' };
  if (disabledCodes.has(folded)) return { kind: 'subscriptionUnavailable', reason: 'disabled' };
  if (answer.status === 401) return notSignedIn(answer, code);
  if (answer.status === 403) return forbidden(message);
  if (answer.status >= 300 && answer.status < 400)
    return { kind: 'unexpected', code: 'Redirected', status: answer.status };
  if (answer.status === 407) return { kind: 'proxyRefused', detail: 'HTTP 407' };
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
const notRegisteredCodes = new Set(['subscriptionnotregistered', 'missingsubscriptionregistration']);

const disabledCodes = new Set(['readonlydisabledsubscription', 'disabledsubscription', 'subscriptiondisabled']);

/** A challenge with claims asks for a stronger sign-in: it is handed on as it came, for the sign-in to answer. */
function notSignedIn({ headers }: FailedAnswer, code: string | undefined): AzureFailure {
  const challenge = headers.get('www-authenticate') ?? '';
  return {
    kind: 'notSignedIn',
    detail: safeCode(code) ?? 'Unauthorized',
    ...(claimsIn(challenge) === undefined ? {} : { claims: challenge }),
  };
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

/** What the first code of the network along the chain of causes means: credentials wrap the error that says why. */
export function transportFailure(error: unknown): Extract<AzureFailure, { kind: 'offline' | 'untrusted' }> | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    const code = codeOf(current);
    if (code !== undefined && untrustedCodes.has(code)) return { kind: 'untrusted', detail: code };
    if (code !== undefined && (offlineCodes.has(code) || code.startsWith('ERR_SSL_')))
      return { kind: 'offline', detail: code };
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

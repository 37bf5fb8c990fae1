import { existsSync, readFileSync } from 'node:fs';
import { createHttpHeaders, RestError } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../src/azure/failureError.ts';
import { failureOfAnswer, toFailure } from '../../src/azure/toFailure.ts';
import { noon } from '../builders/alert.ts';
import { secret } from './inProcessArm.ts';

function answered(status: number, body: unknown, headers: Record<string, string> = {}) {
  const bodyAsText = typeof body === 'string' ? body : JSON.stringify(body);
  return failureOfAnswer({ status, bodyAsText, headers: createHttpHeaders(headers) }, noon);
}

const armError = (code: string, message = 'm') => ({ error: { code, message } });

describe('an error answer', () => {
  it.each([
    [401, armError('ExpiredAuthenticationToken'), { kind: 'notSignedIn', detail: 'ExpiredAuthenticationToken' }],
    [401, '', { kind: 'notSignedIn', detail: 'Unauthorized' }],
    [403, armError('AuthorizationFailed'), { kind: 'forbidden' }],
    [404, armError('Subscription Not Registered'), { kind: 'notRegistered' }],
    [409, armError('MissingSubscriptionRegistration'), { kind: 'notRegistered' }],
    [404, armError('SubscriptionNotFound'), { kind: 'subscriptionUnavailable', reason: 'notFound' }],
    [409, armError('ReadOnlyDisabledSubscription'), { kind: 'subscriptionUnavailable', reason: 'disabled' }],
    [404, armError('ResourceGroupNotFound'), { kind: 'unexpected', code: 'ResourceGroupNotFound', status: 404 }],
    [404, { ErrorCode: 'Not Found', Message: 'm' }, { kind: 'unexpected', code: 'Not Found', status: 404 }],
    [400, { Code: 'BadRequest', Message: 'm' }, { kind: 'unexpected', code: 'BadRequest', status: 400 }],
    [407, '<html>', { kind: 'proxyRefused', detail: 'HTTP 407' }],
    [429, armError('ResourceRequestsThrottled'), { kind: 'throttled', retryAt: noon + 5_000 }],
    [
      500,
      `\uFEFF${JSON.stringify(armError('InternalError'))}`,
      { kind: 'unexpected', code: 'InternalError', status: 500 },
    ],
  ])('%i %j', (status, body, failure) => {
    expect(answered(status, body)).toEqual(failure);
  });

  it('names the action that is not allowed', () => {
    const message =
      "The client 'a@b.c' does not have authorization to perform action 'Microsoft.Security/alerts/read' over";
    expect(answered(403, armError('AuthorizationFailed', message))).toEqual({
      kind: 'forbidden',
      action: 'Microsoft.Security/alerts/read',
    });
  });

  it('hands a challenge with claims on as it came, and none without', () => {
    const challenge = 'Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnt9fQ=="';
    const refused = (header: string) => answered(401, '', { 'www-authenticate': header });
    expect(refused(challenge)).toEqual({ kind: 'notSignedIn', detail: 'Unauthorized', claims: challenge });
    expect(refused('Bearer error="invalid_token"')).not.toHaveProperty('claims');
    expect(refused(challenge + 'x'.repeat(9_000))).not.toHaveProperty('claims');
  });

  it('carries the request id, when it is one', () => {
    expect(answered(500, '', { 'x-ms-request-id': 'abc-1' })).toMatchObject({ requestId: 'abc-1' });
    expect(answered(500, '', { 'x-ms-correlation-request-id': 'c-2' })).toMatchObject({ requestId: 'c-2' });
    expect(answered(500, '', { 'x-ms-request-id': '[x](command:evil)' })).not.toHaveProperty('requestId');
  });

  it('cannot put words of its own choice into a failure', () => {
    for (const code of ['[a](command:x)', 'x'.repeat(500), '<b>', `Bearer ${secret}`.repeat(9), '\u202Egnp']) {
      expect(answered(500, armError(code))).toEqual({ kind: 'unexpected', code: 'HTTP 500', status: 500 });
    }
  });

  it('is not parsed when it is megabytes long', () => {
    expect(answered(500, JSON.stringify({ ...armError('Code'), pad: 'x'.repeat(100_000) }))).toMatchObject({
      code: 'HTTP 500',
    });
  });

  const recorded = '../shared/data/recordings/arm-errors.json';
  it.skipIf(!existsSync(recorded))('as recorded or documented is understood', () => {
    const errors = JSON.parse(readFileSync(recorded, 'utf8')) as { status: number; body: unknown }[];
    const kinds = errors.map(({ status, body }) => `${status} ${answered(status, body).kind}`);
    expect(new Set(kinds)).toEqual(
      new Set([
        '401 notSignedIn',
        '403 forbidden',
        '404 notRegistered',
        '404 subscriptionUnavailable',
        '404 unexpected',
        '429 throttled',
      ]),
    );
  });
});

describe('an error', () => {
  it('of the network is found behind those that wrap it', () => {
    const cause = new RestError('getaddrinfo', { code: 'ENOTFOUND' });
    expect(toFailure(new Error('a', { cause: new Error('b', { cause }) }), noon)).toEqual({
      kind: 'offline',
      detail: 'ENOTFOUND',
    });
  });

  it('of a certificate is told apart from a network that is down', () => {
    const cause = new RestError('self signed', { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    expect(toFailure(new Error('a', { cause }), noon)).toEqual({
      kind: 'untrusted',
      detail: 'SELF_SIGNED_CERT_IN_CHAIN',
    });
  });

  it('never carries its message, which may hold a body or a token', () => {
    const error = new RestError(`Error occurred while parsing the response body - ${secret}.`, { code: 'PARSE_ERROR' });
    expect(JSON.stringify(toFailure(error, noon))).not.toContain(secret);
    expect(toFailure(new TypeError(secret), noon)).toEqual({ kind: 'unexpected', code: 'TypeError' });
    expect(toFailure(secret, noon)).toEqual({ kind: 'unexpected', code: 'Error' });
    expect(toFailure(undefined, noon)).toEqual({ kind: 'unexpected', code: 'Error' });
  });

  it('that loops through its causes ends', () => {
    const error = new Error('a');
    error.cause = error;
    expect(toFailure(error, noon)).toEqual({ kind: 'unexpected', code: 'Error' });
  });

  it('of this room is passed on', () => {
    expect(toFailure(new FailureError({ kind: 'notRegistered' }), noon)).toEqual({ kind: 'notRegistered' });
  });
});

import { describe, expect, it } from 'vitest';
import { FailureError, unexpected } from '../../../src/azure/failureError.ts';
import { bodyError, connectionError } from '../../../src/azure/transport/transportError.ts';

function coded(code: string, message = 'secret in a message'): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}

describe('an error before the answer', () => {
  it.each([
    [coded('ECONNREFUSED'), false, { kind: 'offline', detail: 'ECONNREFUSED' }],
    [coded('ERR_SSL_WRONG_VERSION_NUMBER'), false, { kind: 'offline', detail: 'ERR_SSL_WRONG_VERSION_NUMBER' }],
    [coded('CERT_HAS_EXPIRED'), false, { kind: 'untrusted', detail: 'CERT_HAS_EXPIRED' }],
    [coded('ECONNREFUSED'), true, { kind: 'proxyRefused', detail: 'ECONNREFUSED' }],
    [new Error('no code'), true, { kind: 'proxyRefused', detail: 'Error' }],
    [coded('CERT_HAS_EXPIRED'), true, { kind: 'untrusted', detail: 'CERT_HAS_EXPIRED' }],
    [new Error('Failed to establish a socket connection to proxies: PROXY p:1'), false, { kind: 'proxyRefused' }],
    [coded('ERR_SOMETHING'), false, { kind: 'unexpected', code: 'ERR_SOMETHING' }],
  ])('%s, through a tunnel: %s', (error, throughTunnel, failure) => {
    expect(connectionError(error, throughTunnel).failure).toEqual(failure);
  });
});

describe('an error in the middle of the answer', () => {
  it('means that it is not whole, whatever its code', () => {
    for (const error of [coded('ECONNRESET'), coded('Z_BUF_ERROR'), coded('ERR_STREAM_PREMATURE_CLOSE'), 'x']) {
      expect(bodyError(error).failure).toEqual(unexpected('UnreadableAnswer').failure);
    }
  });

  it('of this room is passed on', () => {
    expect(bodyError(new FailureError({ kind: 'tooLarge' })).failure).toEqual({ kind: 'tooLarge' });
  });
});

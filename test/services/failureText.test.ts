import { expect, it } from 'vitest';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import { failureText } from '../../src/services/failureText.ts';
import { noon } from '../builders/alert.ts';

const clock = (time: number) => new Date(time).toISOString().slice(11, 16);

it('names cause and remedy for every failure', () => {
  const failures: AzureFailure[] = [
    { kind: 'notSignedIn' },
    { kind: 'forbidden' },
    { kind: 'notSignedIn', claims: 'Bearer claims="e30="' },
    { kind: 'notSignedIn', clockOff: 7_200_000 },
    { kind: 'notRegistered' },
    { kind: 'subscriptionUnavailable', reason: 'notFound' },
    { kind: 'subscriptionUnavailable', reason: 'disabled' },
    { kind: 'throttled', retryAt: noon },
    { kind: 'offline' },
    { kind: 'untrusted', detail: 'SELF_SIGNED_CERT_IN_CHAIN' },
    { kind: 'untrusted', detail: 'CERT_HAS_EXPIRED' },
    { kind: 'untrusted', detail: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    { kind: 'proxyRefused' },
    { kind: 'notAzure' },
    { kind: 'tooLarge' },
    { kind: 'cancelled' },
    { kind: 'unexpected', code: 'BadEnvelope', status: 200 },
    { kind: 'unexpected', code: 'ForeignLink' },
    { kind: 'unexpected', code: 'PagingLoop' },
    { kind: 'unexpected', code: 'InternalServerError', status: 500 },
  ];
  const texts = failures.map((failure) => failureText(failure, clock));
  expect(new Set(texts.map(({ cause }) => cause)).size).toBe(failures.length);
  expect(texts.every(({ advice }) => advice.endsWith('.'))).toBe(true);
});

it('says until when Azure throttles', () => {
  expect(failureText({ kind: 'throttled', retryAt: noon }, clock).cause).toBe('throttled by Azure until 10:00');
});

it('shows a code of the other side as text only', () => {
  expect(failureText({ kind: 'unexpected', code: 'a\u202Eb\n' }, clock).cause).toBe('unexpected answer (a⟨U+202E⟩b)');
});

it('gives the request id that a support case needs, and each code of the other side as text only', () => {
  const failure = { kind: 'unexpected', code: 'HTTP 503', status: 503, requestId: 'r-1\u202E' } as const;
  expect(failureText(failure, clock)).toEqual({
    cause: 'Azure returned 503',
    advice: 'Refresh to try again; for a support case, its request id is r-1⟨U+202E⟩.',
  });
  expect(failureText({ kind: 'unexpected', code: 'toString' }, clock).cause).toBe('unexpected answer (toString)');
});

it('says how far the clock is off, and in which direction', () => {
  const advice = (clockOff: number) => failureText({ kind: 'notSignedIn', clockOff }, clock).advice;
  expect(advice(7_200_000)).toContain("clock is 120 minutes ahead of Azure's");
  expect(advice(-600_000)).toContain("clock is 10 minutes behind Azure's");
});

it('never suggests to stop checking certificates', () => {
  for (const detail of ['CERT_HAS_EXPIRED', 'HOSTNAME_MISMATCH', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY']) {
    const { advice } = failureText({ kind: 'untrusted', detail }, clock);
    expect(advice).not.toMatch(/proxyStrictSSL|REJECT_UNAUTHORIZED|turn off|disable/i);
  }
});

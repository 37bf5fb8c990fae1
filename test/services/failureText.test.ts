import { expect, it } from 'vitest';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import { failureText } from '../../src/services/failureText.ts';
import { noon } from '../builders/alert.ts';

const clock = (time: number) => new Date(time).toISOString().slice(11, 16);

it('names cause and remedy for every failure', () => {
  const failures: AzureFailure[] = [
    { kind: 'notSignedIn' },
    { kind: 'forbidden' },
    { kind: 'notRegistered' },
    { kind: 'throttled', retryAt: noon },
    { kind: 'offline' },
    { kind: 'cancelled' },
    { kind: 'unexpected', code: 'BadEnvelope', status: 200 },
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

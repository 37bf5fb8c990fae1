import { expect, it } from 'vitest';
import { viewMessage } from '../../src/services/viewMessage.ts';
import { anAlert } from '../builders/alert.ts';
import { aStoreState } from '../builders/storeState.ts';

const alerts = Array.from({ length: 1_200 }, (_, n) => anAlert({ called: String(n) }));
const correlated = aStoreState([{ alerts }]);
const uncorrelated = { ...correlated, correlation: aStoreState([]).correlation };

it('says nothing when everything was read and correlated', () => {
  expect(viewMessage(correlated)).toBe('');
});

it('says how many alerts are being correlated while there is nothing else to show', () => {
  expect(viewMessage({ ...uncorrelated, correlating: true })).toBe('Correlating 1,200 alerts…');
  expect(viewMessage({ ...correlated, correlating: true })).toBe('');
});

it('says that correlation failed, what is shown, and what helps', () => {
  expect(viewMessage({ ...uncorrelated, correlationFailed: true })).toBe(
    'The alerts were read, but could not be correlated. Refresh to try again.',
  );
  expect(viewMessage({ ...correlated, correlationFailed: true })).toContain('older incidents are shown');
});

it('says both what could not be read and what could not be correlated', () => {
  const partial = aStoreState([{ alerts: [anAlert()], skipped: [{ reason: 'noId', index: 1 }] }]);
  const message = viewMessage({ ...partial, correlationFailed: true });
  expect(message).toContain('1 row could not be read');
  expect(message).toContain('could not be correlated');
});

import { expect, it } from 'vitest';
import { viewMessage } from '../../src/services/viewMessage.ts';
import { anAlert, noon } from '../builders/alert.ts';
import { anAlertStore, aStoreState, aSubscription } from '../builders/storeState.ts';

const clockTime = (time: number): string => new Date(time).toISOString().slice(11, 16);

const alerts = Array.from({ length: 1_200 }, (_, n) => anAlert({ called: String(n) }));
const correlated = aStoreState([{ alerts }]);
const uncorrelated = { ...correlated, correlation: aStoreState([]).correlation };

it('says nothing when everything was read and correlated', () => {
  expect(viewMessage(correlated, clockTime)).toBe('');
});

it('says how many alerts are being correlated while there is nothing else to show', () => {
  expect(viewMessage({ ...uncorrelated, correlating: true }, clockTime)).toBe('Correlating 1,200 alerts…');
  expect(viewMessage({ ...correlated, correlating: true }, clockTime)).toBe('');
});

it('says that correlation failed, what is shown, and what helps', () => {
  expect(viewMessage({ ...uncorrelated, correlationFailed: true }, clockTime)).toBe(
    'The alerts were read, but could not be correlated. Refresh to try again.',
  );
  expect(viewMessage({ ...correlated, correlationFailed: true }, clockTime)).toContain('older incidents are shown');
});

it('says as of when what is kept on this machine is, and that Azure is being read', () => {
  const store = anAlertStore();
  const listings = [noon, noon - 60_000].map((at, index) => {
    return { subscription: aSubscription(String(index)), at, alerts: [], skipped: [] };
  });
  store.apply({ kind: 'restored', listings });
  expect(viewMessage(store.state, clockTime)).toBe('As of 09:59, kept on this machine.');
  store.apply({ kind: 'refreshStarted' });
  expect(viewMessage(store.state, clockTime)).toBe('As of 09:59, kept on this machine. Reading Azure…');
});

it('says when Azure is tried again, where that can help', () => {
  const failing = (kind: 'offline' | 'forbidden') => aStoreState([{ failure: { kind } }]);
  expect(viewMessage(failing('offline'), clockTime, noon)).toBe('Next try at 10:00.');
  expect(viewMessage({ ...failing('offline'), refreshing: true }, clockTime, noon)).toBe('');
  expect(viewMessage(failing('forbidden'), clockTime, noon)).toBe('');
});

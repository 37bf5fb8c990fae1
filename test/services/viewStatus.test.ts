import { describe, expect, it } from 'vitest';
import { viewStatusOf } from '../../src/services/viewStatus.ts';
import { anAlert, noon, subscriptionB } from '../builders/alert.ts';
import { anAlertStore, aStoreAfter, aStoreState, aSubscription } from '../builders/storeState.ts';

const other = aSubscription(subscriptionB);

describe('viewStatusOf', () => {
  it('says "no alerts" only after everything was read', () => {
    expect(viewStatusOf(aStoreState([{ alerts: [] }]))).toBe('noAlerts');
    expect(viewStatusOf(aStoreState([{ alerts: [] }, { subscription: other, failure: { kind: 'offline' } }]))).toBe(
      'data',
    );
    expect(viewStatusOf(aStoreState([{ alerts: [] }, { subscription: other }]))).toBe('data');
    expect(viewStatusOf(aStoreState([{ alerts: [anAlert()] }]))).toBe('data');
  });

  it('does not say "no alerts" or "no subscriptions" of a list with rows that could not be read', () => {
    for (const readings of [[], [{ alerts: [] }]]) {
      expect(viewStatusOf(aStoreAfter(readings, [], [{ rows: 1 }]).state)).toBe('data');
    }
  });

  it('does not say "no alerts" of alerts that are not correlated yet, or could not be', () => {
    const { correlation } = aStoreState([]);
    expect(viewStatusOf({ ...aStoreState([{ alerts: [anAlert()] }]), correlation })).toBe('data');
  });

  it('lets known subscriptions say for themselves why they could not be read', () => {
    expect(viewStatusOf(aStoreState([{ failure: { kind: 'forbidden' } }]))).toBe('data');
  });

  it.each([
    [{ kind: 'notSignedIn' }, 'signedOut'],
    [{ kind: 'notSignedIn', detail: 'AADSTS7000215' }, 'signInRefused'],
    [{ kind: 'offline' }, 'offline'],
    [{ kind: 'throttled', retryAt: noon }, 'throttled'],
    [{ kind: 'cancelled' }, 'cancelled'],
    [{ kind: 'forbidden' }, 'forbidden'],
    [{ kind: 'untrusted', detail: 'CERT_HAS_EXPIRED' }, 'untrusted'],
    [{ kind: 'proxyRefused', detail: 'HTTP 407' }, 'proxyRefused'],
    [{ kind: 'notAzure' }, 'strangeAnswer'],
    [{ kind: 'tooLarge' }, 'strangeAnswer'],
    [{ kind: 'subscriptionUnavailable', reason: 'notFound' }, 'strangeAnswer'],
    [{ kind: 'unexpected', code: 'InternalServerError', status: 500 }, 'serverError'],
    [{ kind: 'unexpected', code: 'HTTP 404', status: 404 }, 'strangeAnswer'],
    [{ kind: 'unexpected', code: 'UnreadableAnswer', status: 200 }, 'strangeAnswer'],
    [{ kind: 'unexpected', code: 'BadEnvelope' }, 'strangeAnswer'],
  ] as const)('after the list of subscriptions failed with %o is %s', (failure, status) => {
    const store = anAlertStore();
    store.apply({ kind: 'listingFailed', failure });
    expect(viewStatusOf(store.state)).toBe(status);
  });
});

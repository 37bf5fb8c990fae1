import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mapAlert } from '../../src/azure/mapAlert.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { StatusAction } from '../../src/domain/statusAction.ts';
import { noon, subscriptionA } from '../builders/alert.ts';
import { wireAlert, wireAlertId, wireAlertName } from '../builders/wireAlert.ts';
import type { Answer } from './inProcessArm.ts';
import { inProcessArm, networkError, origin, subscription, uncancelled } from './inProcessArm.ts';

const version = '?api-version=2022-01-01';

function alertWithId(id: string): Alert {
  return mapAlert(wireAlert({}, { id }), subscription) as Alert;
}

beforeEach(() => void vi.useFakeTimers({ now: noon }));
afterEach(() => void vi.useRealTimers());

async function settle<T>(promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(20_000);
  return promise;
}

describe.each<StatusAction>(['activate', 'dismiss', 'resolve', 'inProgress'])('%s', (action) => {
  const ids = {
    group: wireAlertId,
    subscription: `/subscriptions/${subscriptionA}/providers/Microsoft.Security/locations/centralus/alerts/${wireAlertName}`,
  };

  it.each(Object.entries(ids))('is sent to the %s that the id names, and to nothing else', async (_, id) => {
    const arm = inProcessArm(() => ({ status: 204 }));
    expect(await arm.gateway.setStatus(alertWithId(id), action, uncancelled)).toEqual({ kind: 'changed' });
    expect(arm.requests).toEqual([`POST ${origin}${id}/${action}${version}`]);
  });
});

describe('a change that the service', () => {
  it('throttles fails at once: the limit is the subscription’s, so that one place waits for all', async () => {
    const arm = inProcessArm(() => ({ status: 429, headers: { 'retry-after': '7' } }));
    expect(await arm.gateway.setStatus(alertWithId(wireAlertId), 'dismiss', uncancelled)).toEqual({
      kind: 'failed',
      failure: { kind: 'throttled', retryAt: noon + 7_000 },
    });
    expect(arm.requests.length).toBe(1);
  });

  it.each(['dismiss', 'inProgress'] as const)('refuses is a failure: %s', async (action) => {
    const message = `The client does not have authorization to perform action 'Microsoft.Security/locations/alerts/${action}/action' over scope`;
    const arm = inProcessArm(() => ({ status: 403, body: { error: { code: 'AuthorizationFailed', message } } }));
    expect(await arm.gateway.setStatus(alertWithId(wireAlertId), action, uncancelled)).toEqual({
      kind: 'failed',
      failure: { kind: 'forbidden', action: `Microsoft.Security/locations/alerts/${action}/action` },
    });
  });

  it.each(['dismiss', 'inProgress'] as const)('answers with a page instead of 204 is a failure: %s', async (action) => {
    const arm = inProcessArm(() => ({ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }));
    expect(await arm.gateway.setStatus(alertWithId(wireAlertId), action, uncancelled)).toMatchObject({
      kind: 'failed',
      failure: { kind: 'notAzure' },
    });
    expect(arm.requests.length).toBe(1);
  });
});

describe('a change whose answer is lost', () => {
  const lost: [string, () => Answer][] = [
    ['an error of the service', () => ({ status: 500 })],
    ['a connection that is reset', () => raise(networkError('ECONNRESET'))],
    [
      'an answer that is cut off',
      () => ({ status: 200, body: '{"va', headers: { 'content-type': 'application/json' } }),
    ],
  ];

  it.each(lost)('to %s is not sent again, and is no failure when it took effect', async (_, post) => {
    const arm = inProcessArm(({ method }) =>
      method === 'POST' ? post() : { body: wireAlert({ status: 'Dismissed' }) },
    );
    const result = await settle(arm.gateway.setStatus(alertWithId(wireAlertId), 'dismiss', uncancelled));
    expect(result).toEqual({ kind: 'changed' });
    expect(arm.requests.filter((request) => request.startsWith('POST')).length).toBe(1);
  });

  it.each(lost)('to %s is in doubt when the alert still has its old status', async (_, post) => {
    const arm = inProcessArm(({ method }) => (method === 'POST' ? post() : { body: wireAlert({ status: 'Active' }) }));
    const result = await settle(arm.gateway.setStatus(alertWithId(wireAlertId), 'dismiss', uncancelled));
    expect(result.kind).toBe('inDoubt');
    expect(arm.requests.filter((request) => request.startsWith('POST')).length).toBe(1);
    expect(arm.logged.join()).toContain('"changed":false');
  });
});

describe('a change that is cancelled', () => {
  it('before it was sent is not sent', async () => {
    const arm = inProcessArm(() => ({ status: 204 }));
    const result = await arm.gateway.setStatus(alertWithId(wireAlertId), 'dismiss', AbortSignal.abort());
    expect(result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
    expect(arm.requests).toEqual([]);
  });

  it('while it is under way is in doubt', async () => {
    const cancel = new AbortController();
    const arm = inProcessArm(() => new Promise<never>(() => setTimeout(() => cancel.abort(), 10)));
    const result = await settle(arm.gateway.setStatus(alertWithId(wireAlertId), 'dismiss', cancel.signal));
    expect(result).toEqual({ kind: 'inDoubt', failure: { kind: 'cancelled' } });
  });

  it('by an error of the service, and shows only after some seconds that it took effect, is done', async () => {
    let looks = 0;
    const arm = inProcessArm(({ method }) => {
      if (method === 'POST') return { status: 500 };
      return { body: wireAlert({ status: (looks += 1) === 3 ? 'Resolved' : 'Active' }) };
    });
    const result = await settle(arm.gateway.setStatus(alertWithId(wireAlertId), 'resolve', uncancelled));
    expect(result).toEqual({ kind: 'changed' });
  });
});

/** An answer that never comes. */
function raise(error: Error): Answer {
  throw error;
}

it('an alert whose id is no path of an alert is not changed', async () => {
  const arm = inProcessArm(() => ({ status: 204 }));
  const hostile = `/subscriptions/${subscriptionA}/providers/Microsoft.Security/locations/westeurope/alerts/..`;
  expect(await arm.gateway.setStatus(alertWithId(hostile), 'dismiss', uncancelled)).toEqual({
    kind: 'failed',
    failure: { kind: 'unexpected', code: 'BadAlertId' },
  });
  expect(arm.requests).toEqual([]);
});

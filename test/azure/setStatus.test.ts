import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mapAlert } from '../../src/azure/mapAlert.ts';
import type { Alert } from '../../src/domain/alert.ts';
import type { StatusAction } from '../../src/services/ports.ts';
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

describe.each<[StatusAction, string]>([
  ['activate', 'Active'],
  ['dismiss', 'Dismissed'],
  ['resolve', 'Resolved'],
  ['inProgress', 'InProgress'],
])('%s', (action, status) => {
  const ids = {
    group: wireAlertId,
    subscription: `/subscriptions/${subscriptionA}/providers/Microsoft.Security/locations/centralus/alerts/${wireAlertName}`,
  };

  it.each(Object.entries(ids))('is sent to the %s that the id names, and the alert is read back', async (_, id) => {
    const arm = inProcessArm(({ method }) =>
      method === 'POST' ? { status: 204 } : { body: wireAlert({ status }, { id }) },
    );
    const result = await arm.gateway.setStatus(alertWithId(id), action, uncancelled);
    expect(result).toMatchObject({ ok: true, value: { id, status } });
    expect(arm.requests).toEqual([`POST ${origin}${id}/${action}${version}`, `GET ${origin}${id}${version}`]);
  });
});

describe('a change that the service', () => {
  it('shows only later is looked for again', async () => {
    let looks = 0;
    const arm = inProcessArm(({ method }) => {
      if (method === 'POST') return { status: 204 };
      return { body: wireAlert({ status: (looks += 1) === 3 ? 'Resolved' : 'Active', description: `look ${looks}` }) };
    });
    const result = await settle(arm.gateway.setStatus(alertWithId(wireAlertId), 'resolve', uncancelled));
    expect(result).toMatchObject({ ok: true, value: { status: 'Resolved', description: 'look 3' } });
    expect(arm.logged).toEqual([]);
  });

  it('has accepted but never shows is reported as accepted, and logged', async () => {
    const arm = inProcessArm(({ method }) =>
      method === 'POST' ? { status: 204 } : { body: wireAlert({ status: 'Active' }) },
    );
    const result = await settle(arm.gateway.setStatus(alertWithId(wireAlertId), 'resolve', uncancelled));
    expect(result).toMatchObject({ ok: true, value: { status: 'Resolved' } });
    expect(arm.logged.join()).toContain('statusNotYetVisible');
  });

  it('has accepted is not reported as failed when reading back fails', async () => {
    const arm = inProcessArm(({ method }) => {
      if (method === 'POST') return { status: 204 };
      throw networkError('EAI_AGAIN');
    });
    const result = await settle(arm.gateway.setStatus(alertWithId(wireAlertId), 'dismiss', uncancelled));
    expect(result).toMatchObject({ ok: true, value: { status: 'Dismissed', displayName: 'Test alert' } });
    expect(arm.logged.join()).toContain('readBackFailed');
  });

  it.each(['dismiss', 'inProgress'] as const)('refuses is a failure: %s', async (action) => {
    const message = `The client does not have authorization to perform action 'Microsoft.Security/locations/alerts/${action}/action' over scope`;
    const arm = inProcessArm(() => ({ status: 403, body: { error: { code: 'AuthorizationFailed', message } } }));
    expect(await arm.gateway.setStatus(alertWithId(wireAlertId), action, uncancelled)).toEqual({
      ok: false,
      failure: { kind: 'forbidden', action: `Microsoft.Security/locations/alerts/${action}/action` },
    });
  });

  it.each(['dismiss', 'inProgress'] as const)('answers with a page instead of 204 is a failure: %s', async (action) => {
    const arm = inProcessArm(() => ({ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }));
    expect(await arm.gateway.setStatus(alertWithId(wireAlertId), action, uncancelled)).toMatchObject({
      ok: false,
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
    expect(result).toMatchObject({ ok: true, value: { status: 'Dismissed' } });
    expect(arm.requests.filter((request) => request.startsWith('POST')).length).toBe(1);
  });

  it.each(lost)('to %s is a failure when the alert still has its old status', async (_, post) => {
    const arm = inProcessArm(({ method }) => (method === 'POST' ? post() : { body: wireAlert({ status: 'Active' }) }));
    const result = await settle(arm.gateway.setStatus(alertWithId(wireAlertId), 'dismiss', uncancelled));
    expect(result.ok).toBe(false);
    expect(arm.requests.filter((request) => request.startsWith('POST')).length).toBe(1);
    expect(arm.logged.join()).toContain('"changed":false');
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
    ok: false,
    failure: { kind: 'unexpected', code: 'BadAlertId' },
  });
  expect(arm.requests).toEqual([]);
});

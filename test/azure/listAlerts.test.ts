import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mostPages } from '../../src/azure/pages.ts';
import type { AzureFailure } from '../../src/domain/azureFailure.ts';
import { noon, subscriptionA } from '../builders/alert.ts';
import { wireAlert, wirePage } from '../builders/wireAlert.ts';
import type { Answer, Handler } from './inProcessArm.ts';
import { inProcessArm, networkError, origin, secret, subscription, uncancelled } from './inProcessArm.ts';
import { settle } from './settle.ts';

const firstLink = `GET ${origin}/subscriptions/${subscriptionA}/providers/Microsoft.Security/alerts?api-version=2022-01-01`;

function aRow(called: string) {
  return wireAlert({ systemAlertId: called }, { name: called });
}

async function failureOf(handler: Handler): Promise<AzureFailure | 'no failure'> {
  const result = await inProcessArm(handler).gateway.listAlerts(subscription, uncancelled);
  return result.ok ? 'no failure' : result.failure;
}

describe('listing alerts', () => {
  it('follows every page and reports progress', async () => {
    const link = (page: number) => `${origin}/next?$skiptoken=${page}`;
    const pages = [wirePage([aRow('a'), aRow('b')], link(1)), wirePage([], link(2)), wirePage([aRow('c')], '')];
    const progress: number[] = [];
    const arm = inProcessArm(({ url }) => ({ body: pages[Number(/skiptoken=(\d)/.exec(url)?.[1] ?? 0)] }));
    const result = await arm.gateway.listAlerts(subscription, uncancelled, (count) => progress.push(count));
    expect(result).toMatchObject({ ok: true, value: { pages: 3, skipped: [] } });
    expect(result.ok && result.value.alerts.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(progress).toEqual([2, 2, 3]);
    expect(arm.requests).toEqual([firstLink, `GET ${link(1)}`, `GET ${link(2)}`]);
    expect(new Set(arm.authorizations)).toEqual(new Set([`Bearer ${secret}`]));
  });

  it('keeps the rows as they were sent, each at the place of its alert, for those who asked for them', async () => {
    const [a, b] = [wireAlert({ systemAlertId: 'a', newerProperty: [1, null] }, { systemData: {} }), aRow('b')];
    const pages = [wirePage([a, 'no alert'], `${origin}/next`), wirePage([b])];
    const handler: Handler = ({ url }) => ({ body: pages[url.includes('/next') ? 1 : 0] });
    const kept = await inProcessArm(handler, { keepRows: true }).gateway.listAlerts(subscription, uncancelled);
    expect(kept.ok && kept.value.rows).toEqual([a, b]);
    expect(kept.ok && kept.value.alerts).toHaveLength(2);
    const others = await inProcessArm(handler).gateway.listAlerts(subscription, uncancelled);
    expect(others.ok && 'rows' in others.value).toBe(false);
  });

  it('follows a relative link on the host that sent it', async () => {
    const arm = inProcessArm(({ url }) => ({
      body: url.includes('more') ? wirePage([aRow('b')]) : wirePage([aRow('a')], '/more?page=2'),
    }));
    const result = await arm.gateway.listAlerts(subscription, uncancelled);
    expect(result).toMatchObject({ ok: true, value: { pages: 2 } });
    expect(arm.requests[1]).toBe(`GET ${origin}/more?page=2`);
  });

  it('counts rows that are no alerts, with their place in the whole listing', async () => {
    const rows = [aRow('a'), null, 5, 'x', {}, [], { id: '' }, aRow('b')];
    const { gateway } = inProcessArm(() => ({ body: wirePage(rows) }));
    const result = await gateway.listAlerts(subscription, uncancelled);
    expect(result.ok && result.value.alerts.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(result.ok && result.value.skipped.map(({ reason, index }) => [index, reason])).toEqual([
      [1, 'notAnObject'],
      [2, 'notAnObject'],
      [3, 'notAnObject'],
      [4, 'noId'],
      [5, 'notAnObject'],
      [6, 'noId'],
    ]);
  });

  it('reads a body that begins with a byte order mark', async () => {
    const { gateway } = inProcessArm(() => ({ body: `\uFEFF${JSON.stringify(wirePage([aRow('a')]))}` }));
    expect(await gateway.listAlerts(subscription, uncancelled)).toMatchObject({ ok: true, value: { pages: 1 } });
  });

  it('reads a list whatever it is called', async () => {
    for (const headers of [{ 'content-type': 'text/plain' }, { 'content-type': '' }]) {
      const { gateway } = inProcessArm(() => ({ body: JSON.stringify(wirePage([aRow('a')])), headers }));
      expect(await gateway.listAlerts(subscription, uncancelled)).toMatchObject({ ok: true, value: { pages: 1 } });
    }
  });

  it('maps a description of 5 MB', async () => {
    const description = 'x'.repeat(5_000_000);
    const { gateway } = inProcessArm(() => ({ body: wirePage([wireAlert({ description })]) }));
    const result = await gateway.listAlerts(subscription, uncancelled);
    expect(result.ok && result.value.alerts[0]?.description.length).toBe(5_000_000);
  });
});

describe('an answer that is no list of alerts is a failure, never an empty list', () => {
  const html = '<!doctype html><title>Sign in</title>';
  const list = JSON.stringify(wirePage([]));
  it.each<[string, Answer, string]>([
    ['plain text', { body: 'come back later', headers: { 'content-type': 'text/plain' } }, 'BadEnvelope'],
    [
      'JSON sent as plain text that is no list',
      { body: '{"a":1}', headers: { 'content-type': 'text/plain' } },
      'BadEnvelope',
    ],
    [
      'JSON cut short, sent as plain text',
      { body: list.slice(0, -2), headers: { 'content-type': 'text/plain' } },
      'BadEnvelope',
    ],
    ['an empty body', { body: '' }, 'BadEnvelope'],
    ['null', { body: 'null' }, 'BadEnvelope'],
    ['an array', { body: '[]' }, 'BadEnvelope'],
    ['a text', { body: '"x"' }, 'BadEnvelope'],
    ['a number', { body: '5' }, 'BadEnvelope'],
    ['an object without value', { body: '{}' }, 'BadEnvelope'],
    ['value null', { body: '{"value":null}' }, 'BadEnvelope'],
    ['value an object', { body: '{"value":{}}' }, 'BadEnvelope'],
    ['value a text', { body: '{"value":"rows"}' }, 'BadEnvelope'],
    ['a numeric link', { body: '{"value":[],"nextLink":5}' }, 'BadEnvelope'],
    ['a link object', { body: '{"value":[],"nextLink":{}}' }, 'BadEnvelope'],
    ['a link that is no address', { body: '{"value":[],"nextLink":"https://"}' }, 'BadLink'],
    ['JSON cut short', { body: list.slice(0, -2) }, 'UnreadableAnswer'],
    ['no content', { status: 204 }, 'HTTP 204'],
    ['a redirect to another host', { status: 302, headers: { location: 'https://evil.example/' } }, 'Redirected'],
  ])('%s', async (_, answer, code) => {
    expect(await failureOf(() => answer)).toMatchObject({ kind: 'unexpected', code });
  });

  it('a sign-in page is named as what it is', async () => {
    const page = { body: html, headers: { 'content-type': 'text/html; charset=utf-8' } };
    expect(await failureOf(() => page)).toEqual({ kind: 'notAzure' });
    expect(await failureOf(() => ({ body: html }))).toEqual({ kind: 'notAzure' });
  });

  it('when a later page is unreadable the whole listing fails', async () => {
    const body = ({ url }: { url: string }) => (url.includes('page2') ? {} : wirePage([aRow('a')], `${origin}/page2`));
    expect(await failureOf((request) => ({ body: body(request) }))).toMatchObject({ code: 'BadEnvelope' });
  });
});

describe('links', () => {
  it.each([
    'https://evil.example/subscriptions',
    'http://management.azure.com/subscriptions',
    'https://management.azure.com@evil.example/',
    'https://management.azure.com.evil.example/',
    'https://management.azure.com:8443/',
    'https://user:pass@management.azure.com/',
    'https://mаnagement.azure.com/',
    '//evil.example/x',
    'file:///etc/passwd',
    'data:application/json,{"value":[]}',
  ])('that lead elsewhere are refused before anything is sent: %s', async (nextLink) => {
    const arm = inProcessArm(() => ({ body: wirePage([aRow('a')], nextLink) }));
    const result = await arm.gateway.listAlerts(subscription, uncancelled);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unexpected', code: 'ForeignLink' } });
    expect(arm.requests).toEqual([firstLink]);
  });

  it('that lead back end the listing as a failure', async () => {
    const arm = inProcessArm(({ url }) => ({ body: wirePage([], `${origin}/${url.endsWith('/b') ? 'a' : 'b'}`) }));
    const result = await arm.gateway.listAlerts(subscription, uncancelled);
    expect(result).toMatchObject({ ok: false, failure: { code: 'PagingLoop' } });
    expect(arm.requests.length).toBe(3);
  });

  it('are followed for a bounded number of pages', async () => {
    let page = 0;
    const arm = inProcessArm(() => ({ body: wirePage([], `${origin}/${(page += 1)}`) }));
    const result = await arm.gateway.listAlerts(subscription, uncancelled);
    expect(result).toMatchObject({ ok: false, failure: { code: 'TooManyPages' } });
    expect(arm.requests.length).toBe(mostPages);
  });
});

describe('faults', () => {
  beforeEach(() => void vi.useFakeTimers({ now: noon }));
  afterEach(() => void vi.useRealTimers());

  function throttledOnce(headers: Record<string, string>): Handler {
    let asked = 0;
    return () => ((asked += 1) === 1 ? { status: 429, headers, body: {} } : { body: wirePage([]) });
  }

  it.each<[string, Record<string, string>, number, number]>([
    ['seconds', { 'retry-after': '2' }, 2_000, 2_500],
    ['milliseconds', { 'x-ms-retry-after-ms': '1500' }, 1_500, 2_000],
    [
      'an HTTP date, by the server clock',
      { date: 'Mon, 02 Mar 2026 18:00:00 GMT', 'retry-after': 'Mon, 02 Mar 2026 18:00:03 GMT' },
      3_000,
      3_500,
    ],
    ['nothing', {}, 5_000, 5_500],
    ['a negative number', { 'retry-after': '-5' }, 5_000, 5_500],
    ['a word', { 'retry-after': 'soon' }, 5_000, 5_500],
    ['zero', { 'retry-after': '0' }, 1_000, 1_500],
  ])(
    'a throttled request is sent again after the time that the service names as %s',
    async (_, headers, least, most) => {
      const arm = inProcessArm(throttledOnce(headers));
      const { value, waited } = await settle(arm.gateway.listAlerts(subscription, uncancelled));
      expect(value.ok).toBe(true);
      expect(arm.requests.length).toBe(2);
      expect(waited).toBeGreaterThanOrEqual(least);
      expect(waited).toBeLessThan(most);
    },
  );

  it.each([
    ['3600', 3_600_000],
    ['9999999', 86_400_000],
    ['1e309', 86_400_000],
  ])('a wait of %s seconds is not taken: the caller hears when to try again', async (seconds, wait) => {
    const arm = inProcessArm(throttledOnce({ 'retry-after': seconds }));
    const { value, waited } = await settle(arm.gateway.listAlerts(subscription, uncancelled));
    expect(value).toEqual({ ok: false, failure: { kind: 'throttled', retryAt: noon + wait } });
    expect(arm.requests.length).toBe(1);
    expect(waited).toBeLessThan(1_000);
  });

  it('a service that stays throttled is asked three times', async () => {
    const arm = inProcessArm(() => ({ status: 429, headers: { 'retry-after': '2' } }));
    const { value } = await settle(arm.gateway.listAlerts(subscription, uncancelled));
    expect(value).toEqual({ ok: false, failure: { kind: 'throttled', retryAt: noon + 2_000 } });
    expect(arm.requests.length).toBe(3);
  });

  it.each([500, 502, 503, 504])('%i once is not seen; always, it is told with the request id', async (status) => {
    let asked = 0;
    const once = inProcessArm(() => ((asked += 1) === 1 ? { status } : { body: wirePage([]) }));
    expect((await settle(once.gateway.listAlerts(subscription, uncancelled))).value.ok).toBe(true);
    const always = inProcessArm(() => ({ status, body: '<b>oops</b>', headers: { 'x-ms-request-id': 'r-1' } }));
    const { value } = await settle(always.gateway.listAlerts(subscription, uncancelled));
    expect(value).toEqual({
      ok: false,
      failure: { kind: 'unexpected', code: `HTTP ${status}`, status, requestId: 'r-1' },
    });
    expect(always.requests.length).toBe(3);
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH'])(
    '%s means offline',
    async (code) => {
      const arm = inProcessArm(() => Promise.reject(networkError(code)));
      const { value } = await settle(arm.gateway.listAlerts(subscription, uncancelled));
      expect(value).toEqual({ ok: false, failure: { kind: 'offline', detail: code } });
      expect(arm.requests.length).toBeLessThanOrEqual(3);
    },
  );

  it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED'])(
    '%s means that the other side is not trusted, and is not tried again',
    async (code) => {
      const arm = inProcessArm(() => Promise.reject(networkError(code)));
      const { value } = await settle(arm.gateway.listAlerts(subscription, uncancelled));
      expect(value).toEqual({ ok: false, failure: { kind: 'untrusted', detail: code } });
      expect(arm.requests.length).toBe(1);
    },
  );

  it('a challenge reaches the caller and not the log', async () => {
    const challenge = 'Bearer error="insufficient_claims", claims="eyJ4Ijp7fX0="';
    const arm = inProcessArm(() => ({ status: 401, headers: { 'www-authenticate': challenge } }));
    const { value } = await settle(arm.gateway.listAlerts(subscription, uncancelled));
    expect(value).toMatchObject({ failure: { kind: 'notSignedIn', claims: challenge } });
    expect(arm.logged.join()).toContain('"challenged":true');
    expect(arm.logged.join()).not.toContain('eyJ4');
  });

  it('a transport that never answers ends at the deadline', async () => {
    const arm = inProcessArm(() => new Promise(() => {}));
    const { value, waited } = await settle(arm.gateway.listAlerts(subscription, uncancelled));
    expect(value).toEqual({ ok: false, failure: { kind: 'offline', detail: 'ETIMEDOUT' } });
    expect(waited).toBeLessThanOrEqual(120_500);
  });

  it('a cancelled call settles at once, even when the transport ignores it', async () => {
    const controller = new AbortController();
    const arm = inProcessArm(() => new Promise(() => {}));
    const call = arm.gateway.listAlerts(subscription, controller.signal);
    await vi.advanceTimersByTimeAsync(500);
    controller.abort();
    const { value, waited } = await settle(call);
    expect(value).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(waited).toBeLessThanOrEqual(200);
    expect(arm.logged).toEqual([]);
  });

  it('a call is cancelled in the middle of a wait for the service', async () => {
    const controller = new AbortController();
    const arm = inProcessArm(() => ({ status: 429, headers: { 'retry-after': '30' } }));
    const call = arm.gateway.listAlerts(subscription, controller.signal);
    await vi.advanceTimersByTimeAsync(2_000);
    controller.abort();
    const { value, waited } = await settle(call);
    expect(value).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(waited).toBeLessThanOrEqual(200);
  });

  it('a call that was cancelled before it began sends nothing', async () => {
    const arm = inProcessArm(() => ({ body: wirePage([]) }));
    const result = await arm.gateway.listAlerts(subscription, AbortSignal.abort());
    expect(result).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(arm.requests).toEqual([]);
  });
});

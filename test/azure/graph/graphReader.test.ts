import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { Answer } from '../inProcessArm.ts';
import { networkError, tenantA, tenantB } from '../inProcessArm.ts';
import type { TwoSources } from './twoSources.ts';
import { alertsOf, aSubscription, idOf, outcomes, readAll, subscriptionId, twoSources } from './twoSources.ts';

/** The first so many subscriptions, the nth with n alerts. */
const estate = (count: number): TwoSources['alerts'] =>
  new Map(Array.from({ length: count }, (_, n) => [n, alertsOf(n, n)]));
const subscriptions = (count: number) => Array.from({ length: count }, (_, n) => aSubscription(n));

async function outcomesOf(sources: TwoSources, count = sources.alerts.size) {
  return outcomes(await readAll(twoSources(sources), subscriptions(count)));
}

const isCensus = ({ query }: { query: string }) => query.includes('summarize');

describe('reading through Resource Graph', () => {
  it('reads all subscriptions of a tenant with one query to count and one to read', async () => {
    const arm = twoSources({ alerts: estate(5) });
    const settled = await readAll(arm, subscriptions(5).slice(1));
    expect(outcomes(settled)).toEqual({ 1: 'graph 1', 2: 'graph 2', 3: 'graph 3', 4: 'graph 4' });
    expect(arm.requests).toHaveLength(2);
  });

  it('says that a subscription has no alerts only after the alerts API has said so, once', async () => {
    const arm = twoSources({ alerts: estate(3) });
    expect(outcomes(await readAll(arm, subscriptions(3)))).toEqual({ 0: 'alerts 0', 1: 'graph 1', 2: 'graph 2' });
    expect(arm.requests.filter((request) => request.startsWith('GET'))).toHaveLength(1);
    expect(outcomes(await readAll(arm, subscriptions(3)))).toEqual({ 0: 'graph 0', 1: 'graph 1', 2: 'graph 2' });
    expect(arm.requests).toHaveLength(5);
  });

  it('does not take the alerts of a subscription for gone because it no longer shows them', async () => {
    const alerts = new Map(estate(2));
    const refusing: TwoSources['alertsApi'] = () => (alerts.size === 1 ? { status: 403 } : undefined);
    const arm = twoSources({ alerts, alertsApi: refusing });
    expect(outcomes(await readAll(arm, [aSubscription(1)]))).toEqual({ 1: 'graph 1' });
    alerts.delete(1);
    expect(outcomes(await readAll(arm, [aSubscription(1)]))).toEqual({ 1: 'forbidden' });
  });

  it('hands on the plans of each subscription', async () => {
    const settled = await readAll(twoSources({ alerts: estate(2) }), subscriptions(2));
    const plans = { plans: [{ name: 'VirtualMachines', enabled: true }] };
    expect(settled.get(0)).toMatchObject({ value: { plans } });
    expect(settled.get(1)).toMatchObject({ value: { plans } });
  });

  it('follows the pages of a subscription with more alerts than one page has', async () => {
    const arm = twoSources({ alerts: new Map([[0, alertsOf(0, 2_300)]]) });
    expect(outcomes(await readAll(arm, subscriptions(1)))).toEqual({ 0: 'graph 2300' });
    expect(arm.requests).toHaveLength(4);
  });

  it('asks each tenant with its own token, and only for its own subscriptions', async () => {
    const asked: (readonly string[])[] = [];
    const arm = twoSources(
      {
        alerts: estate(4),
        graph: (request) => {
          if (isCensus(request)) asked.push(request.subscriptions);
          return undefined;
        },
      },
      {
        credential: (tenantId) => ({
          getToken: () => Promise.resolve({ token: `of ${String(tenantId)}`, expiresOnTimestamp: Infinity }),
        }),
      },
    );
    const both = [aSubscription(1), aSubscription(2, tenantB), aSubscription(3)];
    expect(outcomes(await readAll(arm, both))).toEqual({ 1: 'graph 1', 2: 'graph 2', 3: 'graph 3' });
    expect(asked.map((ids) => ids.length).sort()).toEqual([1, 2]);
    expect(new Set(arm.authorizations)).toEqual(new Set([`Bearer of ${tenantA}`, `Bearer of ${tenantB}`]));
  });

  it('names at most a thousand subscriptions in one query', async () => {
    const named: number[] = [];
    const graph: TwoSources['graph'] = (request) => void named.push(request.subscriptions.length);
    await readAll(twoSources({ alerts: new Map(), graph }), subscriptions(2_500));
    expect(named).toEqual([1_000, 1_000, 500]);
  });

  it('gives whole rows in the form of the alerts API where rows are kept', async () => {
    const settled = await readAll(twoSources({ alerts: estate(3) }, { keepRows: true }), subscriptions(3));
    expect(settled.get(2)).toMatchObject({ value: { rows: alertsOf(2, 2) } });
    expect(settled.get(0)).toMatchObject({ value: { rows: [] } });
  });

  it('asks for smaller pages when the service says that an answer is too large', async () => {
    const tops: number[] = [];
    const details = [{ code: 'ResponsePayloadTooLarge', message: 'Response payload size is 24813879' }];
    const graph: TwoSources['graph'] = (request) => {
      if (isCensus(request)) return undefined;
      tops.push(request.options.$top);
      return request.options.$top > 250 ? { status: 400, body: { error: { code: 'BadRequest', details } } } : undefined;
    };
    expect(await outcomesOf({ alerts: new Map([[0, alertsOf(0, 600)]]), graph })).toEqual({ 0: 'graph 600' });
    expect(tops).toEqual([1_000, 500, 250, 250, 250]);
  });
});

describe('what Resource Graph does not prove to have in full is read through the alerts API', () => {
  it('a subscription that it leaves out: the reason is learnt and shown', async () => {
    const sources: TwoSources = {
      alerts: estate(5),
      leftOut: [1, 2, 3],
      alertsApi: (n) => {
        if (n === 1) return { status: 403 };
        return n === 2 ? { status: 404, body: { error: { code: 'Subscription Not Registered' } } } : undefined;
      },
    };
    const expected = { 0: 'alerts 0', 1: 'forbidden', 2: 'notRegistered', 3: 'alerts 3', 4: 'graph 4' };
    expect(await outcomesOf(sources)).toEqual(expected);
  });

  it('a subscription whose alerts it has, but not its plans: a person may see those of some groups only', async () => {
    expect(await outcomesOf({ alerts: estate(3), withoutPlans: [0, 2] })).toEqual({
      0: 'alerts 0',
      1: 'graph 1',
      2: 'alerts 2',
    });
  });

  it('a subscription of which it sends fewer alerts than it counted', async () => {
    const graph: TwoSources['graph'] = (request, right) => {
      const counts = [{ id: subscriptionId(2), alerts: 3, plans: ['VirtualMachines:Standard:'] }];
      return isCensus(request) ? { body: { ...right, count: 1, data: counts } } : undefined;
    };
    expect(await outcomesOf({ alerts: estate(3), graph })).toEqual({ 0: 'alerts 0', 1: 'alerts 1', 2: 'alerts 2' });
  });

  it('all of a query that sends fewer rows than it says that there are', async () => {
    const graph: TwoSources['graph'] = (request, right) =>
      isCensus(request) ? undefined : { body: { ...right, totalRecords: 4 } };
    expect(await outcomesOf({ alerts: estate(3), graph })).toEqual({ 0: 'alerts 0', 1: 'alerts 1', 2: 'alerts 2' });
  });

  it('rows of subscriptions that nobody asked for are ignored', async () => {
    const stranger = { ...alertsOf(9, 1)[0], subscriptionId: subscriptionId(9) };
    const named = new Set<string>();
    const graph: TwoSources['graph'] = (request, right) => {
      for (const id of request.subscriptions) named.add(id);
      const rows = right['data'] as readonly JsonObject[];
      const more = isCensus(request) ? { id: subscriptionId(9), alerts: 1, plans: ['Api:Free:'] } : stranger;
      return { body: { ...right, totalRecords: rows.length + 1, count: rows.length + 1, data: [more, ...rows] } };
    };
    expect(await outcomesOf({ alerts: estate(3), graph })).toEqual({ 0: 'alerts 0', 1: 'graph 1', 2: 'graph 2' });
    expect(named).not.toContain(subscriptionId(9));
  });

  it('a row that comes twice is one alert', async () => {
    const graph: TwoSources['graph'] = (request, right) => {
      if (isCensus(request)) return undefined;
      const rows = right['data'] as readonly JsonObject[];
      const again = { ...rows[0], id: idOf(rows[0]).toUpperCase() };
      return { body: { ...right, count: rows.length + 1, data: [...rows, again] } };
    };
    expect(await outcomesOf({ alerts: estate(3), graph })).toMatchObject({ 1: 'graph 1', 2: 'graph 2' });
  });

  it('in whatever way it leaves out, cuts short or repeats, no alert is ever missing from what is called complete', async () => {
    const order = fc.record({
      leftOut: fc.subarray([0, 1, 2, 3, 4, 5]),
      withoutPlans: fc.subarray([0, 1, 2, 3, 4, 5]),
      drop: fc.array(fc.nat({ max: 14 }), { maxLength: 3 }),
      saysSo: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(order, async ({ leftOut, withoutPlans, drop, saysSo }) => {
        const graph: TwoSources['graph'] = (request, right) => {
          if (isCensus(request)) return undefined;
          const rows = (right['data'] as readonly JsonObject[]).filter((_, index) => !drop.includes(index));
          const totalRecords = saysSo ? rows.length : right['totalRecords'];
          return { body: { ...right, totalRecords, count: rows.length, data: rows } };
        };
        const settled = await readAll(
          twoSources({ alerts: estate(6), leftOut, withoutPlans, graph }),
          subscriptions(6),
        );
        const counts = [...settled].map(([n, result]) => [n, result.ok ? result.value.alerts.length : -1]);
        expect(counts.sort()).toEqual([0, 1, 2, 3, 4, 5].map((n) => [n, n]));
      }),
      { numRuns: 60 },
    );
  });
});

describe('when Resource Graph fails', () => {
  it.each<[string, Answer]>([
    ['the caller may not ask it', { status: 403, body: { error: { code: 'AuthorizationFailed' } } }],
    ['a cloud does not have it', { status: 404, body: { error: { code: 'NoRegisteredProviderFound' } } }],
    ['it does not know a word of the query', { status: 400, body: { error: { code: 'InvalidQuery' } } }],
    ['a proxy refuses with a page', { body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['it sends JSON as plain text', { body: '{"data":[]}', headers: { 'content-type': 'text/plain' } }],
    ['it sends nothing', { body: '' }],
    ['it sends JSON that ends early', { body: '{"data":[' }],
    ['it sends an answer without a form', { body: {} }],
    ['it cuts its answer short', { body: { totalRecords: 9, count: 0, data: [], resultTruncated: 'true' } }],
  ])('the alerts API is asked, since %s', async (_, answer) => {
    const arm = twoSources({ alerts: estate(3), graph: () => answer });
    const settled = await readAll(arm, subscriptions(3));
    expect(outcomes(settled)).toEqual({ 0: 'alerts 0', 1: 'alerts 1', 2: 'alerts 2' });
    expect(settled.get(0)).toMatchObject({ value: { graphFailure: { kind: expect.any(String) as string } } });
    expect(arm.logged.join()).toContain('azure.graphFailed');
  });

  it('one tenant falls back and the other does not', async () => {
    const graph: TwoSources['graph'] = (request) =>
      request.subscriptions.includes(subscriptionId(2)) ? { status: 403 } : undefined;
    const arm = twoSources({ alerts: estate(3), graph });
    const settled = await readAll(arm, [aSubscription(1), aSubscription(2, tenantB)]);
    expect(outcomes(settled)).toEqual({ 1: 'graph 1', 2: 'alerts 2' });
  });

  it('a token that leads back is a failure of Resource Graph, not an endless listing', async () => {
    const graph: TwoSources['graph'] = (request, right) =>
      isCensus(request) ? undefined : { body: { ...right, $skipToken: 'again' } };
    const arm = twoSources({ alerts: estate(2), graph });
    expect(outcomes(await readAll(arm, subscriptions(2)))).toEqual({ 0: 'alerts 0', 1: 'alerts 1' });
    expect(arm.logged.join()).toContain('PagingLoop');
  });

  it('nothing else is asked without a sign-in: each subscription says so', async () => {
    const arm = twoSources({ alerts: estate(3), graph: () => ({ status: 401 }) });
    const settled = await readAll(arm, subscriptions(3));
    expect(outcomes(settled)).toEqual({ 0: 'notSignedIn', 1: 'notSignedIn', 2: 'notSignedIn' });
    expect(arm.requests.filter((request) => request.startsWith('GET'))).toEqual([]);
  });

  it('nothing else is asked without a network', async () => {
    const arm = twoSources({
      alerts: estate(2),
      graph: () => {
        throw networkError('EHOSTUNREACH');
      },
    });
    expect(outcomes(await readAll(arm, subscriptions(2)))).toEqual({ 0: 'offline', 1: 'offline' });
  });

  it('a call that is called off settles each subscription as cancelled', async () => {
    const controller = new AbortController();
    const arm = twoSources({
      alerts: estate(3),
      graph: () => {
        controller.abort();
        return undefined;
      },
    });
    const settled = await readAll(arm, subscriptions(3), controller.signal);
    expect(outcomes(settled)).toEqual({ 0: 'cancelled', 1: 'cancelled', 2: 'cancelled' });
  });
});

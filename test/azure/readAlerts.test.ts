import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { AlertSink } from '../../src/services/ports.ts';
import { wireAlert, wirePage } from '../builders/wireAlert.ts';
import { inProcessArm, networkError, subscription, uncancelled } from './inProcessArm.ts';

const several = (count: number): readonly Subscription[] =>
  Array.from({ length: count }, (_, n) => ({
    ...subscription,
    subscriptionId: `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`,
  }));

/** Writes down all that a sink hears. */
function aSink(): AlertSink & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    arriving: (id, count) => heard.push(`${String(Number(id.slice(0, 8)))} has ${String(count)}`),
    settled: (id, result) =>
      heard.push(`${String(Number(id.slice(0, 8)))} ${result.ok ? result.value.source : result.failure.kind}`),
  };
}

describe('reading many subscriptions through the alerts API', () => {
  it('settles each one exactly once, with what became of it', async () => {
    const { gateway } = inProcessArm(({ url }) =>
      url.includes('00000001-') ? { status: 403 } : { body: wirePage([wireAlert({}, {})]) },
    );
    const sink = aSink();
    await gateway.readAlerts(several(3), sink, uncancelled);
    expect([...sink.heard].sort()).toEqual(['0 alerts', '0 has 1', '1 forbidden', '2 alerts', '2 has 1']);
  });

  it('asks for a few at a time', async () => {
    const open = { now: 0, most: 0 };
    const { gateway } = inProcessArm(
      async () => {
        open.now += 1;
        open.most = Math.max(open.most, open.now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open.now -= 1;
        return { body: wirePage([]) };
      },
      { source: 'alerts' },
    );
    await gateway.readAlerts(several(40), aSink(), uncancelled);
    expect(open.most).toBe(16);
  });

  it('reads no further subscription while the sink has no room', async () => {
    const { gateway, requests } = inProcessArm(() => ({ body: wirePage([]) }), { source: 'alerts' });
    let makeRoom = (): void => undefined;
    const untilRoom = new Promise<void>((resolve) => (makeRoom = resolve));
    const reading = gateway.readAlerts(several(20), { ...aSink(), room: () => untilRoom }, uncancelled);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests).toHaveLength(16);
    makeRoom();
    await reading;
    expect(requests).toHaveLength(20);
  });

  it('does not try thousands of subscriptions one after another without a network', async () => {
    const { gateway, requests } = inProcessArm(() => Promise.reject(networkError('ETIMEDOUT')), { source: 'alerts' });
    const sink = aSink();
    await gateway.readAlerts(several(3_000), sink, uncancelled);
    expect(new Set(sink.heard).size).toBe(3_000);
    expect(sink.heard.every((heard) => heard.endsWith(' offline'))).toBe(true);
    expect(requests.length).toBeLessThan(50);
  });

  it('does not ask thousands of times for a token that cannot be had', async () => {
    let asked = 0;
    const getToken = async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
      throw new Error('AADSTS700082: the refresh token has expired');
    };
    const { gateway } = inProcessArm(() => ({}), { source: 'alerts', credential: () => ({ getToken }) });
    const sink = aSink();
    await gateway.readAlerts(several(3_000), sink, uncancelled);
    expect(new Set(sink.heard).size).toBe(3_000);
    expect(sink.heard.every((heard) => heard.endsWith(' notSignedIn'))).toBe(true);
    expect(asked).toBeLessThan(5);
  });

  it('tries every subscription of a network that fails now and then', async () => {
    let request = 0;
    const flapping = () => {
      request += 1;
      if (request % 3 !== 0) throw networkError('ETIMEDOUT');
      return { body: wirePage([]) };
    };
    const { gateway, requests } = inProcessArm(flapping, { source: 'alerts' });
    const sink = aSink();
    await gateway.readAlerts(several(300), sink, uncancelled);
    expect([requests.length, sink.heard.filter((heard) => heard.endsWith(' alerts')).length]).toEqual([300, 100]);
  });

  it('settles all as cancelled when it is called off', async () => {
    const controller = new AbortController();
    const { gateway } = inProcessArm(() => new Promise(() => controller.abort()));
    const sink = aSink();
    await gateway.readAlerts(several(6), sink, controller.signal);
    expect([...sink.heard].sort()).toEqual([0, 1, 2, 3, 4, 5].map((n) => `${String(n)} cancelled`));
  });
});

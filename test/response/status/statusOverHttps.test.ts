import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import { StatusQueue } from '../../../src/services/response/status/statusQueue.ts';
import { wait } from '../../../src/response/status/wait.ts';
import { clock, gatewayTo, serveBusySubscription, subscription } from '../../arm-server/busySubscription.ts';
import type { ArmServer } from '../../arm-server/startArmServer.ts';
import { WriteQuotaWindow } from '../../arm-server/writeQuotaWindow.ts';
import { aStoreAfter } from '../../builders/storeState.ts';

const quota = new WriteQuotaWindow({ writes: 50, seconds: 2 }, () => Date.now());
const never = new AbortController().signal;

let server: ArmServer;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ server, close } = await serveBusySubscription(220, quota));
});
afterAll(async () => {
  await close();
});

const gateway = () => gatewayTo(server);

async function listed(): Promise<readonly Alert[]> {
  const listing = await gateway().listAlerts(subscription, never);
  if (!listing.ok) throw new Error(listing.failure.kind);
  return listing.value.alerts;
}

const changes = (from = 0) =>
  server.requests.slice(from).filter(({ method, url }) => method === 'POST' && url.includes('/alerts/'));

it('changes more than a window grants without losing or doubling one, and undoes it from the middle of the next', async () => {
  const alerts = await listed();
  expect(alerts.length).toBe(220);
  const store = aStoreAfter([{ subscription, alerts }]);
  const azure = gateway();
  const queue = new StatusQueue({ gateway: () => Promise.resolve(azure), store, clock, wait });
  const results = await queue.enqueue(alerts.map((alert) => ({ alert, action: 'dismiss' }))).finished;
  expect(results.filter(({ outcome }) => outcome.kind !== 'changed')).toEqual([]);
  expect(new Set((await listed()).map(({ status }) => status))).toEqual(new Set(['Dismissed']));
  // Four are under way when the first is refused, and each refused one is sent once more.
  expect(changes().length).toBeLessThanOrEqual(220 + 4 * 4);
  expect(quota.asked).toBeGreaterThanOrEqual(4_000);

  const before = server.requests.length;
  const again = queue.enqueue(alerts.map((alert) => ({ alert, action: 'activate' })));
  while (again.progress.waitingUntil === undefined) await wait(20);
  const { batch: back } = await again.undo();
  const undone = await back!.finished;
  expect(undone.length).toBeGreaterThan(0);
  expect(undone.length).toBeLessThan(220);
  expect(undone.filter(({ outcome }) => outcome.kind !== 'changed')).toEqual([]);
  expect(new Set((await listed()).map(({ status }) => status))).toEqual(new Set(['Dismissed']));
  expect(changes(before).filter(({ url }) => url.includes('/dismiss')).length).toBeLessThan(220);
});

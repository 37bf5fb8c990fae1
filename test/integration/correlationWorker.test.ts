import * as assert from 'node:assert/strict';
import type { Product } from '../../src/commands/product.ts';
import type { Alert } from '../../src/domain/alert.ts';
import { loadedProduct, until } from './product.ts';

const many = 6_000;

describe('Thousands of alerts', () => {
  let product: Product;

  before(async () => {
    product = await loadedProduct();
  });

  after(async () => {
    await product.refresher.refresh();
  });

  it('are correlated in a worker thread, while the view keeps what it has and says what is going on', async () => {
    const { store, view } = product;
    const workers: unknown[] = [];
    const heard = (worker: unknown): void => void workers.push(worker);
    process.on('worker', heard);
    try {
      const [snapshot] = store.state.subscriptions;
      const [sample] = snapshot?.alerts ?? [];
      assert.ok(snapshot !== undefined && sample !== undefined);
      const before = store.state.correlation;
      const alerts = Array.from({ length: many }, (_, n) => copyOf(sample, n));
      const { subscriptionId } = snapshot.subscription;
      store.apply({
        kind: 'alertsListed',
        subscriptionId,
        listing: { alerts, skipped: [], pages: 1, source: 'alerts' },
        at: Date.now(),
      });
      assert.equal(store.state.correlating, true);
      assert.equal(store.state.correlation, before);
      await store.whenCorrelated();
      assert.equal(workers.length, 1);
      assert.equal(store.state.correlationFailed, false);
      assert.ok(store.state.correlation.alerts.size >= many);
      const last = alerts.at(-1);
      assert.ok(last !== undefined && (await store.whyAlone(last.key)) !== undefined);
      await until(
        () => view.describe({ kind: 'section', id: 'alerts', section: 'alerts' }).description.startsWith('6'),
        'the tree shows them',
      );
    } finally {
      process.off('worker', heard);
    }
  });
});

/** The same alert once more, about something else. */
function copyOf(alert: Alert, n: number): Alert {
  const key = `copy-${String(n)}`;
  return { ...alert, key, systemAlertId: key, resources: [], entities: [], extendedProperties: [] };
}

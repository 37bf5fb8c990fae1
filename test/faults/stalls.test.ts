import { describe, expect, it } from 'vitest';
import { faulty } from './faultWorld.ts';
import { startProduct } from './product.ts';
import { faultTrials } from './trial.ts';

const { survives, world } = faultTrials();
const late = { kind: 'offline', detail: 'ETIMEDOUT' } as const;

describe('answers that never end', () => {
  for (const form of ['no head', 'half a body', 'half a gzip body', 'a byte a second', 'second page']) {
    survives(`a stalled answer ends at the deadline, body included (${form})`, {
      fault: `F24 ${form}`,
      outcome: late,
      row: /offline/,
      requests: form === 'second page' ? 2 : 1,
      tryDeadline: 600,
      within: 2_000,
    });
  }

  survives(
    'the deadline of the product is half a minute',
    { fault: 'F24 half a gzip body', outcome: late, requests: 1, within: 32_000 },
    ({ milliseconds }) => expect(milliseconds).toBeGreaterThan(29_000),
  );

  it.each(['no head', 'half a body', 'half a gzip body', 'a byte a second'])(
    'F24: a stalled answer is given up within a second of being cancelled (%s)',
    async (form) => {
      const { refresher, store } = startProduct(world(), { selected: [faulty] });
      world().inject(`F24 ${form}`, faulty);
      const refreshed = refresher.refresh();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const began = performance.now();
      refresher.cancel();
      await refreshed;
      world().inject(undefined, faulty);
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(store.state.refreshing).toBe(false);
    },
  );
});

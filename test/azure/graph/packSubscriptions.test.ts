import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSubscriptions } from '../../../src/azure/graph/packSubscriptions.ts';

const counted = (...alerts: readonly number[]) =>
  alerts.map((count, n) => ({ subscriptionId: String(n), alerts: count }));

describe('packing subscriptions', () => {
  it('fills pages: ten subscriptions of a hundred alerts share one of a thousand rows', () => {
    const packs = packSubscriptions(counted(...Array.from({ length: 1_000 }, () => 100)), 1_000, 1_000);
    expect(packs).toHaveLength(100);
    expect(new Set(packs.map(({ length }) => length))).toEqual(new Set([10]));
  });

  it('leaves a subscription alone that needs several pages', () => {
    const packs = packSubscriptions(counted(5_000, 3, 2), 1_000, 1_000);
    expect(packs.map((pack) => pack.map(({ alerts }) => alerts))).toEqual([[5_000], [3, 2]]);
  });

  it('puts every subscription into one pack, none of them over its bounds, and at most one half empty', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_500 }), { maxLength: 200 }), (alerts) => {
        const packs = packSubscriptions(counted(...alerts), 1_000, 50);
        expect(
          packs
            .flat()
            .map(({ subscriptionId }) => Number(subscriptionId))
            .sort((a, b) => a - b),
        ).toEqual(alerts.map((_, n) => n));
        const sums = packs.map((pack) => pack.reduce((sum, { alerts: count }) => sum + count, 0));
        for (const [n, pack] of packs.entries()) {
          expect(pack.length).toBeLessThanOrEqual(50);
          expect(pack.length === 1 || (sums[n] ?? 0) <= 1_000).toBe(true);
        }
        const halfEmpty = packs.filter((pack, n) => (sums[n] ?? 0) <= 500 && pack.length < 50);
        expect(halfEmpty.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { judgeCampaigns, meanMetrics, measure } from './metrics.ts';

describe('metrics', () => {
  it('calls a perfect grouping perfect', () => {
    const metrics = measure([0, 0, 1, 1, -1], [7, 7, 3, 3, -1]);
    expect(metrics).toMatchObject({
      pairwise: { precision: 1, recall: 1, f1: 1 },
      bCubed: { precision: 1, recall: 1, f1: 1 },
      bCubedCampaigns: { precision: 1, recall: 1, f1: 1 },
      falseMerges: 0,
      split: 0,
      right: 1,
      exact: 1,
      benignGrouped: 0,
      biggestGroup: 2,
      groups: 2,
      campaigns: 2,
    });
  });

  it('matches a case computed by hand', () => {
    // Campaign 0 has a b c d, campaign 1 has e f, x and y are benign. Groups: {a b c x}, {e f}, d and y alone.
    const metrics = measure([0, 0, 0, 0, 1, 1, -1, -1], [1, 1, 1, -1, 2, 2, 1, -1]);
    // Pairs: 3 + 1 of the 6 + 1 claimed are real, of 6 + 1 real ones.
    expect(metrics.pairwise.precision).toBeCloseTo(4 / 7);
    expect(metrics.pairwise.recall).toBeCloseTo(4 / 7);
    // Precision by alert: a b c 3/4, d 1, e f 1, x 1/4, y 1. Recall: a b c 3/4, d 1/4, e f 1, x y 1.
    expect(metrics.bCubed.precision).toBeCloseTo((3 * 0.75 + 1 + 2 + 0.25 + 1) / 8);
    expect(metrics.bCubed.recall).toBeCloseTo((3 * 0.75 + 0.25 + 2 + 2) / 8);
    expect(metrics.bCubedCampaigns.precision).toBeCloseTo((3 * 0.75 + 1 + 2) / 6);
    expect(metrics.bCubedCampaigns.recall).toBeCloseTo((3 * 0.75 + 0.25 + 2) / 6);
    expect(metrics).toMatchObject({ split: 0.5, right: 0.5, exact: 0.5, falseMerges: 0 });
    expect(metrics).toMatchObject({ benignGrouped: 0.5, benignBesideCampaigns: 0.5, biggestGroup: 4, groups: 2 });
  });

  it('counts a false merge only where two campaigns have two alerts or more in a group', () => {
    expect(measure([0, 0, 1, 1], [5, 5, 5, 5]).falseMerges).toBe(1);
    expect(measure([0, 0, 1, 1], [5, 5, 5, -1]).falseMerges).toBe(0);
  });

  it('forgives a second campaign that is less than a fiftieth of a group', () => {
    const merged = (own: number): number => {
      const truth = [...new Array<number>(own).fill(0), 1, 1];
      return measure(
        truth,
        truth.map(() => 1),
      ).falseMerges;
    };
    expect(merged(98)).toBe(1);
    expect(merged(99)).toBe(0);
  });

  it('calls a campaign right with 95% of it and 95% purity, and split below 90%', () => {
    const campaign = new Array<number>(20).fill(0);
    const grouped = (inside: number): number[] => campaign.map((_, index) => (index < inside ? 1 : -1));
    expect(measure(campaign, grouped(19))).toMatchObject({ right: 1, split: 0, exact: 0 });
    expect(measure(campaign, grouped(18))).toMatchObject({ right: 0, split: 0 });
    expect(measure(campaign, grouped(17))).toMatchObject({ right: 0, split: 1 });
    const impure = (benign: number): number =>
      measure([...campaign, ...new Array<number>(benign).fill(-1)], new Array<number>(20 + benign).fill(1)).right;
    expect(impure(1)).toBe(1);
    expect(impure(2)).toBe(0);
  });

  it('leaves campaigns of one alert out of the campaign rates', () => {
    const metrics = measure([0, 1, 1], [-1, 2, 2]);
    expect(metrics).toMatchObject({ campaigns: 1, right: 1, split: 0 });
    expect([...judgeCampaigns([0, 1, 1], [-1, 2, 2])]).toEqual([[1, { isRight: true, isSplit: false }]]);
  });

  it('refuses labels for another number of alerts', () => {
    expect(() => measure([0, 0], [1])).toThrow('2 alerts, but 1 labels');
  });

  it('takes the mean of rates and the biggest of the biggest groups', () => {
    const mean = meanMetrics([measure([0, 0], [1, 1]), measure([0, 0, 0], [-1, -1, -1])]);
    expect(mean).toMatchObject({ right: 0.5, split: 0.5, biggestGroup: 2, groups: 0.5 });
  });
});

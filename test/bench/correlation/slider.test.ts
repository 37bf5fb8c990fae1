import { describe, expect, it } from 'vitest';
import { measureSlider } from './slider.ts';

describe('the slider, on a small world of the tuning templates', () => {
  const measured = measureSlider({ seed: 1, tier: 'normal', alerts: 6_000, templates: 'tuning' }, [0, 50, 100]);
  const falls = (values: readonly number[]): boolean =>
    values.every((value, at) => at === 0 || value <= (values[at - 1] ?? 0)) && (values.at(-1) ?? 0) < (values[0] ?? 0);

  it('merges fewer strangers with each step toward precise', () =>
    expect(falls(measured.map(({ falseMerges }) => falseMerges))).toBe(true));

  it('splits fewer attacks with each step toward complete', () =>
    expect(falls(measured.map(({ split }) => split).toReversed())).toBe(true));
});

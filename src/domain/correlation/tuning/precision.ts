import { balanced, type Thresholds } from '../correlationOptions.ts';

/** The ends and the middle of the slider; the middle is what correlation does unless told otherwise. */
export const precisionRange = { complete: 0, balanced: 50, precise: 100 } as const;

/** How far the ends are from the middle: beyond, single evidence counts for nothing, or noise joins in bulk. */
const towardPrecise = 3;
const towardComplete = 1.5;

/**
 * How sure correlation is to be, for a place on the slider from 0 (complete) to 100 (precise); relative to `balanced`.
 * Places outside count as the nearer end, and what is no number as the middle.
 *
 * What that does, on the tuning templates (20,000 alerts, normal and hard, two worlds each), by
 * test/bench/correlation/slider.ts:
 *
 * | place | incidents of two attacks, per 100 attacks | split attacks | benign alerts in incidents |
 * | ----: | ----------------------------------------: | ------------: | -------------------------: |
 * |     0 |                                       2.5 |           16% |                        16% |
 * |    25 |                                       2.0 |           17% |                        14% |
 * |    50 |                                       1.6 |           20% |                        12% |
 * |    75 |                                       1.1 |           27% |                         8% |
 * |   100 |                                       0.5 |           37% |                         6% |
 */
export function thresholdsOf(precision: number): Thresholds {
  const { complete, balanced: middle, precise } = precisionRange;
  const place = Number.isNaN(precision) ? middle : Math.min(precise, Math.max(complete, precision));
  const share = (place - middle) / (precise - middle);
  const shift = share * (share < 0 ? towardComplete : towardPrecise);
  return { ...balanced, core: balanced.core + shift, secondLook: balanced.secondLook + shift };
}

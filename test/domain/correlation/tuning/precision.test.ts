import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanced } from '../../../../src/domain/correlation/correlationOptions.ts';
import { thresholdsOf } from '../../../../src/domain/correlation/tuning/precision.ts';

describe('the slider', () => {
  it('is balanced in the middle, and for what is no number', () => {
    expect(thresholdsOf(50)).toEqual(balanced);
    expect(thresholdsOf(NaN)).toEqual(balanced);
  });

  it('asks for more with every step toward precise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (place) => {
        const [here, next] = [thresholdsOf(place), thresholdsOf(place + 1)];
        expect([next.core > here.core, next.secondLook > here.secondLook]).toEqual([true, true]);
        expect(here.prior).toBe(balanced.prior);
      }),
    );
  });

  it('ends where it ends', () => {
    expect(thresholdsOf(-1000)).toEqual(thresholdsOf(0));
    expect(thresholdsOf(1000)).toEqual(thresholdsOf(100));
  });
});

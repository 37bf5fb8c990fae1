import type { AlertKey } from '../../src/domain/alert.ts';
import type { Correction, MadeCorrection } from '../../src/domain/correlation/corrections/correction.ts';
import type { Corrections } from '../../src/domain/correlation/corrections/corrections.ts';
import { foldCorrections } from '../../src/domain/correlation/corrections/foldCorrections.ts';
import { defaultOptions, type CorrelationOptions } from '../../src/domain/correlation/correlationOptions.ts';
import { toAlertKey } from '../../src/domain/alert.ts';
import { noon } from './alert.ts';

/** The key of the alert that was called so. */
export function keyOf(called: string): AlertKey {
  return toAlertKey(`2517000000000000000_${called}`);
}

/** Corrections that were made one after the other. */
export function inSequence(corrections: readonly Correction[]): readonly MadeCorrection[] {
  return corrections.map((correction, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    at: noon + index,
    by: 'ada',
    correction,
  }));
}

export function folded(...corrections: readonly Correction[]): Corrections {
  return foldCorrections(inSequence(corrections));
}

export function corrected(...corrections: readonly Correction[]): CorrelationOptions {
  return { ...defaultOptions, corrections: folded(...corrections) };
}

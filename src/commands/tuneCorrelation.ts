import type { Product } from './product.ts';

/** Opens the panel in which a person tries other settings of correlation before they are in force. */
export function tuneCorrelation({ panels }: Product): void {
  panels.openTuning();
}

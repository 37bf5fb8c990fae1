import type { Product } from './product.ts';
import { reviewCorrections } from './reviewCorrections.ts';
import { undo } from './undo.ts';

/** Undoes the last correction of this window; when there is none, lets the person choose among all. */
export async function undoCorrection(product: Product): Promise<void> {
  if ((await undo(product)) === 'nothing') await reviewCorrections(product);
}

import type { Product } from './product.ts';
import { reviewCorrections } from './reviewCorrections.ts';
import { undo } from './undo.ts';

/** Undoes the correction that is named, else the last of this window; without any, lets the person choose among all. */
export async function undoCorrection(product: Product, argument: unknown): Promise<void> {
  const id = correctionId(argument);
  if (id !== undefined) {
    await undo(product, [id]);
    return;
  }
  if ((await undo(product)) === 'nothing') await reviewCorrections(product);
}

function correctionId(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('correctionId' in argument)) return undefined;
  return typeof argument.correctionId === 'string' ? argument.correctionId : undefined;
}

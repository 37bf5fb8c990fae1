import type { Product } from './product.ts';
import { inform } from '../platform/notices.ts';
import { takeBack } from './takeBack.ts';
import { undo } from './undo.ts';

/** Undoes the correction that is named; without one, the last thing that was done. */
export async function undoCorrection(product: Product, argument: unknown): Promise<void> {
  const id = correctionId(argument);
  if (id === undefined) await undo(product);
  else if ((await takeBack(product.corrections, [id])) === 'nothing') inform('gone');
}

function correctionId(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('correctionId' in argument)) return undefined;
  return typeof argument.correctionId === 'string' ? argument.correctionId : undefined;
}

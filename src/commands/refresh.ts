import type { Product } from './product.ts';
import { readAsAsked } from './readAsAsked.ts';

export function refresh(product: Product): Promise<void> {
  return readAsAsked(product);
}

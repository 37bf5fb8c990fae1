import type { Product } from './product.ts';

export function refresh({ refresher }: Product): Promise<void> {
  return refresher.refresh();
}

import type { Product } from './product.ts';

export function cancelRefresh({ refresher }: Product): void {
  refresher.cancel();
}

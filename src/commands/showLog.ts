import type { Product } from './product.ts';

export function showLog({ logChannel }: Product): void {
  logChannel.show(true);
}

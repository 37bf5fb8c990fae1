import type { Product } from './product.ts';

/** Empties the badge: nothing that is listed now is new any more. */
export function markAllSeen({ seen, store }: Product): void {
  seen.markSeen(seen.unseen(store.state));
}

import type { Product } from './product.ts';

export async function refresh(product: Product): Promise<void> {
  const { readAsAsked } = await import('../subscriptions/index.ts');
  await readAsAsked(product);
}

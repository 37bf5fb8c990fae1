import type { Product } from './product.ts';
import { stepIncident } from './stepIncident.ts';

export function previousIncident(product: Product): Promise<void> {
  return stepIncident(product, -1);
}

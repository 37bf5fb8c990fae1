import type { Product } from './product.ts';
import { signIn } from './signIn.ts';

/** Changes to the made-up environment; "Sign in" leads back. */
export function useSampleEnvironment(product: Product): Promise<void> {
  return signIn(product, 'sample');
}

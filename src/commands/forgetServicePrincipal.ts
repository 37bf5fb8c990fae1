import type { Product } from './product.ts';
import { readSettings } from '../platform/settings.ts';

/** Removes the service principal from VS Code's secret storage; whoever was signed in as it is signed out. */
export async function forgetServicePrincipal(product: Product): Promise<void> {
  const { forgetPrincipal } = await import('../platform/signIn/index.ts');
  const wasKept = await forgetPrincipal(product.secrets);
  if (wasKept && readSettings().signIn === 'environment') await product.run('signOut', undefined);
}

import type { Product } from './product.ts';
import { readSettings } from '../platform/settings.ts';

/** Asks for a service principal, keeps it in VS Code's secret storage and signs in as it. */
export async function setServicePrincipal(product: Product): Promise<void> {
  const { askForPrincipal, tellOfWrongCloud } = await import('../platform/signIn/index.ts');
  const { endpoints } = readSettings();
  if (endpoints === undefined) return tellOfWrongCloud();
  if (await askForPrincipal(product.secrets, endpoints)) await product.run('signIn', 'environment');
}

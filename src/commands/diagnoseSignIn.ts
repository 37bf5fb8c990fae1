import type { Product } from './product.ts';
import { systemClock as clock } from '../platform/clock.ts';

/** Tries to sign in without asking anybody, and shows what came of it as a text that can be pasted into a ticket. */
export async function diagnoseSignIn(product: Product): Promise<void> {
  const { connection, documents, extensionVersion, secrets, store } = product;
  const { diagnose, whileDiagnosing } = await import('../platform/signIn/index.ts');
  const { available, failedTenants } = store.state;
  const tenants = [...new Set([...available, ...failedTenants].map(({ tenantId }) => tenantId))];
  const dependencies = { connection, secrets, tenants, clock, extensionVersion };
  const report = await whileDiagnosing((cancellation) => diagnose(dependencies, cancellation));
  await documents.show('Sign-in of Azure Security Incidents.md', report);
}

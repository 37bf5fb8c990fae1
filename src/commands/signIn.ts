import type { AzureFailure } from '../domain/azureFailure.ts';
import type { SignInWish } from '../platform/connection.ts';
import type { Product } from './product.ts';
import { oneOf, readSettings, signInMethods } from '../platform/settings.ts';
import { rowOf } from './subscriptionRow.ts';

/**
 * Signs in by the method that is named, or that the person chooses; on the row of a subscription or tenant, into its
 * tenant; with the word `again`, as before. What Azure asks for beyond the usual sign-in (conditional access) is asked of the person here, and only here.
 */
export async function signIn(product: Product, argument: unknown): Promise<void> {
  const tenant = tenantWish(product, argument);
  if (tenant !== undefined) return signInToTenant(product, tenant);
  const room = await import('../platform/signIn/index.ts');
  const { connection, secrets } = product;
  const named = argument === 'again' ? readSettings().signIn : oneOf(signInMethods, argument);
  const wish = named === undefined ? await room.askHow(connection, secrets) : { method: named };
  if (wish === undefined) return;
  if (wish.method !== 'sample' && readSettings().endpoints === undefined) return room.tellOfWrongCloud();
  const again = wish.method === readSettings().signIn;
  const asked = { ...wish, challenge: again ? challengeIn(product.store.state.failure) : undefined };
  const failure = await attempt(product, asked);
  if (failure === undefined || worthShowing(product, wish, failure)) await start(product, wish);
  if (failure !== undefined) await tellOf(product, failure, asked);
}

/** What is on the screen stays: only the tenant's own subscriptions were missing. */
async function signInToTenant(product: Product, wish: SignInWish & { readonly tenantId: string }): Promise<void> {
  const failure = await attempt(product, wish);
  if (failure !== undefined) return tellOf(product, failure, wish);
  await product.connection.renewTenant(wish.tenantId);
  await product.refresher.restart();
}

async function attempt({ connection, log }: Product, wish: SignInWish): Promise<AzureFailure | undefined> {
  if (wish.method === 'sample') return undefined;
  // `az login` answers a challenge, and this extension never runs it.
  if (wish.method === 'azureCli' && wish.challenge !== undefined)
    return { kind: 'notSignedIn', detail: 'AzLoginNeeded' };
  const { whileSigningIn } = await import('../platform/signIn/index.ts');
  const failure = await whileSigningIn((cancellation) => connection.trySignIn(wish, cancellation));
  const detail = failure !== undefined && 'detail' in failure ? { detail: failure.detail ?? '' } : {};
  log.info('signIn', { method: wish.method, outcome: failure?.kind ?? 'signedIn', ...detail });
  return failure;
}

/** A refusal in the view, in place of nothing or of what the same sign-in read, says for longer what to do about it. */
function worthShowing({ store }: Product, { method }: SignInWish, failure: AzureFailure): boolean {
  if (failure.kind === 'cancelled' || method === 'vscode') return false;
  return store.state.subscriptions.length === 0 || method === readSettings().signIn;
}

async function start(product: Product, { method }: SignInWish): Promise<void> {
  await product.connection.use(method);
  product.store.apply({ kind: 'cleared', signedOut: false });
  void product.localData().then((data) => data.reopen());
  await product.refresher.restart();
}

async function tellOf(product: Product, failure: AzureFailure, wish: SignInWish): Promise<void> {
  const { tellOfSignIn } = await import('../platform/signIn/index.ts');
  const next = await tellOfSignIn(failure, wish);
  if (next === 'diagnose') await product.run('diagnoseSignIn', undefined);
  else if (next === 'differently') await product.run('signIn', undefined);
}

function challengeIn(failure: AzureFailure | undefined): string | undefined {
  return failure?.kind === 'notSignedIn' ? failure.claims : undefined;
}

/** The tenant of a row, if that is on the screen, and what Azure asked for there. */
function tenantWish({ store }: Product, argument: unknown): (SignInWish & { readonly tenantId: string }) | undefined {
  const { signIn: method } = readSettings();
  const named = rowOf(argument);
  const row = store.state.subscriptions.find(
    ({ subscription }) => subscription.subscriptionId === named.subscriptionId,
  );
  if (row !== undefined) {
    const failure = row.health.kind === 'failed' ? row.health.failure : undefined;
    return { method, tenantId: row.subscription.tenantId, challenge: challengeIn(failure) };
  }
  const tenant = store.state.failedTenants.find(({ tenantId }) => tenantId === named.tenantId);
  return tenant && { method, tenantId: tenant.tenantId, challenge: challengeIn(tenant.failure) };
}

import type { Product } from './product.ts';

/** Forgets everything that was read, on disk too, and asks nothing of Azure until the person signs in again. */
export async function signOut({ connection, localData, refresher, store }: Product): Promise<void> {
  await connection.signOut();
  // Not before: what begins to read while the sign-out is being remembered would fill the list again.
  refresher.cancel();
  store.apply({ kind: 'cleared', signedOut: true });
  await (await localData()).forget();
}

import type { Product } from './product.ts';

/** Forgets everything that was read, on disk too, and asks nothing of Azure until the person signs in again. */
export async function signOut({ connection, localData, refresher, store }: Product): Promise<void> {
  refresher.cancel();
  await connection.signOut();
  store.apply({ kind: 'cleared', signedOut: true });
  await (await localData()).forget();
}

import type { Product } from './product.ts';

/** Lets the person look up incidents that were archived on this machine, also those that Azure has forgotten. */
export async function showArchive({ documents, localData, log, store }: Product): Promise<void> {
  const { browseArchive } = await import('../platform/cache/index.ts');
  await browseArchive({ data: await localData(), documents, log, store });
}

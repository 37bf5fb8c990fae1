import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where credentials of clusters are kept, one file each: written by the Azure CLI, which lets only their owner read them. */
export function kubeconfigFolderIn(storageFolder: string): string {
  return join(storageFolder, 'kubeconfig');
}

/** Forgets all of them; false where one is left. */
export async function clearKubeconfigs(storageFolder: string): Promise<boolean> {
  try {
    await rm(kubeconfigFolderIn(storageFolder), { recursive: true, force: true, maxRetries: 3 });
    return true;
  } catch {
    return false;
  }
}

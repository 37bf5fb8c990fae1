import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Recordings and published descriptions are reference material beside the checkout, not part of it. */
export const hasSharedData = existsSync(root);

export const missingSharedData = 'needs the recordings and descriptions in ../shared/data';

export function readShared(path: string): unknown {
  return JSON.parse(readFileSync(root + path, 'utf8'));
}

import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { replaceFile } from '../../platform/files/replaceFile.ts';
import { errorCode } from '../../platform/files/errorCode.ts';

/**
 * Writes a report to the file that a person named, whole or not at all, and readable by them alone. A link there is left
 * alone: what would be overwritten is elsewhere, and nobody was asked about that. Throws what the system says.
 */
export async function writeReport(path: string, text: string): Promise<'written' | 'isLink'> {
  const folder = await realpath(dirname(path));
  const file = join(folder, basename(path));
  if (await isLink(file)) return 'isLink';
  await replaceFile(file, text);
  return 'written';
}

async function isLink(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isSymbolicLink();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

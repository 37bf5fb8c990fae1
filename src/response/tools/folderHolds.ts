import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Whether a file is in a folder: by its own path, or by where symbolic links lead. */
export function folderHolds(folder: string, file: string): boolean {
  const folders = new Set([folder, real(folder)]);
  const files = new Set([file, real(file)]);
  return [...folders].some((one) => [...files].some((other) => isBelow(one, other)));
}

function isBelow(folder: string, file: string): boolean {
  const way = path.relative(foldCase(folder), foldCase(file));
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/** Windows and macOS do not tell cases apart; taking two files for one there is on the safe side everywhere. */
function foldCase(text: string): string {
  return text.toLowerCase();
}

function real(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}

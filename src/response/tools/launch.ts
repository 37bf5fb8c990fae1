import path from 'node:path';

/** A process to start: a file and its arguments, nothing that a shell would read. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * How a tool is started without a shell; undefined where that cannot be done.
 *
 * On Windows `az` is a batch file, and a batch file is always read by cmd.exe, which reads arguments a second time: no
 * quoting is safe there. Its installers put the batch file beside the Python that it calls, so that is called directly,
 * as the batch file does it (`-IBm azure.cli`): isolated from the environment and from the folder it is started in.
 * This was written by what the installers put there, and was never run on Windows.
 *
 * @param isFile whether there is such a file.
 */
export function launchOf(
  file: string,
  args: readonly string[],
  platform: NodeJS.Platform,
  isFile: (file: string) => boolean,
): Launch | undefined {
  if (platform !== 'win32' || !/\.(cmd|bat)$/i.test(file)) return { file, args };
  if (!/^az\.(cmd|bat)$/i.test(path.win32.basename(file))) return undefined;
  const folder = path.win32.dirname(file);
  // The MSI keeps python.exe above "wbin"; pip keeps it in "Scripts" of a virtual environment, or above.
  const candidates = [path.win32.join(folder, '..', 'python.exe'), path.win32.join(folder, 'python.exe')];
  const python = candidates.find(isFile);
  return python === undefined ? undefined : { file: python, args: ['-IBm', 'azure.cli', ...args] };
}

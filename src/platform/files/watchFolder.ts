import { watch } from 'node:fs';
import { errorCode } from './errorCode.ts';

/** How long changes are gathered before they are told, in milliseconds: one write makes several events. */
const settleTime = 50;

/**
 * Tells about changes to files of `folder` that `concerns` accepts, gathered over a moment: their names, or undefined
 * where the system does not say them. Where it cannot watch (no more watches, a network disk), `onFailure` hears once
 * why.
 */
export function watchFolder(
  folder: string,
  concerns: (fileName: string) => boolean,
  onChange: (fileNames: ReadonlySet<string> | undefined) => void,
  onFailure: (code: string) => void,
): { dispose(): void } {
  let timer: NodeJS.Timeout | undefined;
  let changed = new Set<string | null>();
  const settle = (_event: string, fileName: string | null): void => {
    if (fileName !== null && !concerns(fileName)) return;
    changed.add(fileName);
    timer ??= setTimeout(() => {
      timer = undefined;
      const names = changed;
      changed = new Set();
      onChange(isNamed(names) ? names : undefined);
    }, settleTime);
  };
  const stop = startWatching(folder, settle, onFailure);
  return {
    dispose() {
      clearTimeout(timer);
      stop();
    },
  };
}

function startWatching(
  folder: string,
  listener: (event: string, fileName: string | null) => void,
  onFailure: (code: string) => void,
): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, listener);
    watcher.on('error', (error) => {
      watcher.close();
      onFailure(errorCode(error));
    });
    return () => watcher.close();
  } catch (error) {
    onFailure(errorCode(error));
    return () => undefined;
  }
}

function isNamed(names: ReadonlySet<string | null>): names is ReadonlySet<string> {
  return !names.has(null);
}

import { closeSync, openSync, readSync } from 'node:fs';
import { displayLabel } from '../domain/displayText.ts';

const chunkSize = 1024 * 1024;

/** The input cannot be opened or read on; the message is one line, fit for a terminal. */
export class UnreadableInput extends Error {}

/**
 * The bytes of a file, or of standard input for "-". A chunk is valid until the next one is asked for.
 *
 * @throws UnreadableInput
 */
export async function* inputBytes(input: string): AsyncGenerator<Buffer, undefined> {
  try {
    if (input === '-') yield* process.stdin as AsyncIterable<Buffer>;
    else yield* fileBytes(input);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const name = input === '-' ? 'standard input' : displayLabel(input);
    throw new UnreadableInput(`Cannot read ${name}: ${reasons[code] ?? code}`);
  }
  return undefined;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
};

/** Read in place: nothing else is to be done meanwhile, and a thread that reads ahead costs more than it saves. */
function* fileBytes(path: string): Generator<Buffer, undefined> {
  const file = openSync(path, 'r');
  try {
    // One buffer for the whole file: fresh ones pile up faster than the collector sees the need to free them.
    const buffer = Buffer.allocUnsafeSlow(chunkSize);
    for (;;) {
      const size = readSync(file, buffer, 0, chunkSize, null);
      if (size === 0) return undefined;
      yield buffer.subarray(0, size);
    }
  } finally {
    closeSync(file);
  }
}

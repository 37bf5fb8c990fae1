import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inBlocks } from './inBlocks.ts';

/** Writes texts in blocks, no faster than the reader takes them. A reader that goes away (`| head`) ends it quietly. */
export async function writeAll(stream: Writable, texts: Iterable<string>): Promise<void> {
  try {
    await pipeline(inBlocks(texts), stream, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

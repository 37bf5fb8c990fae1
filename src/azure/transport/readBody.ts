import type { IncomingMessage } from 'node:http';
import { Writable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FailureError, unexpected } from '../failureError.ts';

/**
 * Most bytes of one body, decompressed. A page of the alerts API has some 1 MB, an answer of Resource Graph at most 16;
 * a page of 50 MB is still read, since a subscription whose page is refused can never be seen.
 */
const largestBody = 64 * 1024 * 1024;

/** Statuses whose answers have no body, whatever their headers say. */
const withoutBody = new Set([204, 304]);

/**
 * The whole body, decompressed.
 *
 * @throws FailureError `tooLarge`, or the stream's error when the body is cut off or damaged; the socket is destroyed.
 */
export async function readBody(incoming: IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  if (withoutBody.has(incoming.statusCode ?? 0)) {
    incoming.resume();
    return Buffer.alloc(0);
  }
  const decoder = decoderFor(incoming);
  const body = new BoundedBody();
  await (decoder === undefined ? pipeline(incoming, body, { signal }) : pipeline(incoming, decoder, body, { signal }));
  return body.whole();
}

function decoderFor(incoming: IncomingMessage): Transform | undefined {
  const encoding = incoming.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  switch (encoding) {
    case 'identity':
    case '':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      incoming.destroy();
      throw unexpected('UnreadableAnswer');
  }
}

class BoundedBody extends Writable {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  whole(): Buffer {
    return Buffer.concat(this.#chunks, this.#size);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#size += chunk.length;
    if (this.#size > largestBody) {
      this.#chunks.length = 0;
      done(new FailureError({ kind: 'tooLarge' }));
      return;
    }
    this.#chunks.push(chunk);
    done();
  }
}

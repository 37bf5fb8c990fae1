import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { assertNever } from '../../src/domain/assertNever.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery, Encoding } from './fault.ts';

const packers: Readonly<Record<Encoding, (body: Buffer) => Buffer>> = {
  identity: (body) => body,
  gzip: gzipSync,
  deflate: deflateSync,
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

/**
 * Sends an answer, or as much of it as the fault lets through.
 *
 * @param reset ends the connection below TLS with a reset.
 */
export async function send(
  delivery: Delivery,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  reset: () => void,
): Promise<void> {
  const { manner, status } = delivery;
  const bytes = packedBody(delivery, incoming);
  const headers = { ...delivery.headers, ...encodingHeader(delivery, incoming) };
  const announced = bytes.length === 0 ? {} : { 'content-length': String(bytes.length) };
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  switch (manner.kind) {
    case 'late':
      await wait(manner.milliseconds, undefined, { ref: false });
      outgoing.writeHead(status, { ...headers, ...announced }).end(bytes);
      return;
    case 'whole':
      outgoing.writeHead(status, { ...headers, ...announced }).end(bytes);
      return;
    case 'reset':
      reset();
      return;
    case 'cut':
      outgoing.writeHead(status, { ...headers, ...(manner.chunked ? {} : announced) });
      await written(outgoing, half);
      if (manner.by === 'fin') outgoing.destroy();
      else reset();
      return;
    case 'stall':
      if (manner.at === 'head') return;
      outgoing.writeHead(status, { ...headers, ...announced });
      await written(outgoing, half);
      return;
    case 'trickle':
      outgoing.writeHead(status, { ...headers, ...announced });
      for (let index = 0; index < bytes.length && !outgoing.destroyed; index += 1) {
        await written(outgoing, bytes.subarray(index, index + 1));
        await wait(1_000, undefined, { ref: false });
      }
      return;
    case 'length':
      sendRaw(outgoing, status, { ...headers, 'content-length': String(bytes.length + manner.difference) }, bytes);
      return;
    default:
      return assertNever(manner);
  }
}

/** Past Node's own server, which insists on the announced length. */
function sendRaw(
  outgoing: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  bytes: Buffer,
): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  outgoing.socket?.write(`HTTP/1.1 ${String(status)} OK\r\n${lines.join('\r\n')}\r\n\r\n`);
  outgoing.socket?.end(bytes);
}

async function written(outgoing: ServerResponse, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve) => outgoing.write(bytes, () => resolve()));
  // A reset would overtake bytes that are still on their way.
  await wait(20, undefined, { ref: false });
}

function packedBody(delivery: Delivery, incoming: IncomingMessage): Buffer {
  const bytes = typeof delivery.body === 'string' ? Buffer.from(delivery.body) : delivery.body;
  if (delivery.packed !== undefined || bytes.length === 0) return bytes;
  return packers[encodingOf(delivery, incoming)](bytes);
}

function encodingHeader(delivery: Delivery, incoming: IncomingMessage): Readonly<Record<string, string>> {
  if (delivery.packed !== undefined) return { 'content-encoding': delivery.packed };
  const encoding = encodingOf(delivery, incoming);
  return encoding === 'identity' || delivery.body.length === 0 ? {} : { 'content-encoding': encoding };
}

function encodingOf({ encoding }: Delivery, incoming: IncomingMessage): Encoding {
  return encoding ?? (/\bgzip\b/.test(String(incoming.headers['accept-encoding'])) ? 'gzip' : 'identity');
}

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Alert } from '../../domain/alert.ts';
import { isAlert } from '../../services/cache/alertGuard.ts';
import type { Pauses } from '../../services/slices.ts';
import { errorCode } from '../files/errorCode.ts';
import { breather } from './breather.ts';

/** Largest file that is read, and largest text that it may unpack to, in bytes. 20,000 alerts are some 5 and 80 MB. */
export const packedLimit = 128 * 1024 * 1024;
const unpackedLimit = 2 * 1024 * 1024 * 1024;

/** Longest line, in bytes: an alert beyond it is no alert of ours. */
const lineLimit = 64 * 1024 * 1024;

/** Alerts that are written in one go: a fraction of a millisecond. */
const alertsAtOnce = 16;

const ownerOnly = 0o600;

export type AlertsReading =
  | { readonly kind: 'read'; readonly alerts: readonly Alert[] }
  /** Another window has replaced it meanwhile. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly code: string };

/**
 * Writes alerts, one a line, to a file that is named by the hash of its text, so that a name stands for what is in it
 * and a file is never changed. Gives the name. In slices. Throws what the system says, and then leaves nothing behind.
 */
export async function writeAlerts(folder: string, alerts: readonly Alert[], pauses: Pauses): Promise<string> {
  const temporary = join(folder, `${randomUUID()}.tmp`);
  const hash = createHash('sha256');
  try {
    await pipeline(
      Readable.from(
        lines(alerts, pauses, (text) => hash.update(text)),
        { objectMode: true, highWaterMark: 2 },
      ),
      createGzip({ level: 1 }),
      createWriteStream(temporary, { flags: 'wx', mode: ownerOnly, flush: true }),
    );
    const name = `${hash.digest('hex').slice(0, 32)}.alerts.gz`;
    await rename(temporary, join(folder, name));
    return name;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function* lines(
  alerts: readonly Alert[],
  pauses: Pauses,
  hear: (text: string) => void,
): AsyncGenerator<string, void> {
  const breathe = breather(pauses);
  for (let start = 0; start < alerts.length; start += alertsAtOnce) {
    const text = alerts.slice(start, start + alertsAtOnce).map((alert) => `${JSON.stringify(alert)}\n`);
    const piece = text.join('');
    hear(piece);
    yield piece;
    await breathe();
  }
}

/** Reads the file of that name whole or not at all: a hash that does not fit is damage. In slices. Never throws. */
export async function readAlerts(folder: string, name: string, pauses: Pauses): Promise<AlertsReading> {
  const path = join(folder, name);
  try {
    if ((await stat(path)).size > packedLimit) return { kind: 'damaged', code: 'tooLarge' };
    const collector = new AlertCollector(pauses);
    await pipeline(createReadStream(path), createGunzip(), (text: AsyncIterable<Buffer>) => collector.take(text));
    return collector.finish(name);
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'damaged', code };
  }
}

/** Thrown where a file says something that we have not written. */
class Damage extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Puts lines together from pieces of bytes, and alerts from lines. */
class AlertCollector {
  readonly #breathe: () => Promise<void> | undefined;
  readonly #hash = createHash('sha256');
  readonly #texts = new Map<string, string>();
  readonly #alerts: Alert[] = [];
  #rest: Buffer[] = [];
  #restLength = 0;
  #length = 0;

  constructor(pauses: Pauses) {
    this.#breathe = breather(pauses);
  }

  async take(text: AsyncIterable<Buffer>): Promise<void> {
    for await (const bytes of text) {
      this.#hash.update(bytes);
      this.#length += bytes.length;
      if (this.#length > unpackedLimit) throw new Damage('tooLarge');
      let start = 0;
      for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
        this.#line(bytes.subarray(start, end));
        start = end + 1;
        await this.#breathe();
      }
      this.#keep(bytes.subarray(start));
    }
  }

  finish(name: string): AlertsReading {
    const whole = this.#restLength === 0 && name.startsWith(this.#hash.digest('hex').slice(0, 32));
    return whole ? { kind: 'read', alerts: this.#alerts } : { kind: 'damaged', code: 'checksum' };
  }

  #keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#restLength += bytes.length;
    if (this.#restLength > lineLimit) throw new Damage('tooLarge');
    this.#rest.push(bytes);
  }

  #line(end: Buffer): void {
    const bytes = this.#rest.length === 0 ? end : Buffer.concat([...this.#rest, end]);
    this.#rest = [];
    this.#restLength = 0;
    const alert: unknown = parse(bytes.toString('utf8'));
    if (!isAlert(alert)) throw new Damage('notAnAlert');
    this.#alerts.push(withSharedTexts(alert, this.#texts));
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Damage('notJson');
  }
}

/** The texts that thousands of alerts have in common, once in memory: each line brings its own copies. */
function withSharedTexts(alert: Alert, texts: Map<string, string>): Alert {
  const share = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  return {
    ...alert,
    subscriptionId: share(alert.subscriptionId),
    alertType: share(alert.alertType),
    displayName: share(alert.displayName),
    description: share(alert.description),
    remediationSteps: alert.remediationSteps.map(share),
  };
}

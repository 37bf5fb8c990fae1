import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../../services/ports.ts';
import { errorCode } from '../files/errorCode.ts';

/** Whoever holds the lock says so this often. Milliseconds. */
const beatEvery = 10_000;

/** Whoever has said nothing for so long has ended: killed, or its machine lost power. Milliseconds. */
const deadAfter = 45_000;

/**
 * Which of several windows reads Azure from time to time: the one whose name stands in a file, as long as it gives signs
 * of life. Should two take a dead one's place in the same moment, one of them notices within a beat; until then Azure is
 * read twice, and nothing else is wrong.
 */
export class PollerLock {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #name: string = randomUUID();
  #beat: NodeJS.Timeout | undefined;

  constructor(path: string, clock: Clock) {
    this.#path = path;
    this.#clock = clock;
  }

  /** True when this window is the one, from now on or already. Never rejects. */
  async acquire(): Promise<boolean> {
    try {
      if (this.#beat !== undefined) return await this.#stillHeld();
      const held = (await this.#create()) || ((await this.#removeDead()) && (await this.#create()));
      if (held) this.#beat = setInterval(() => void this.#stillHeld(), beatEvery).unref();
      return held;
    } catch {
      // Where no file can be written, windows cannot agree: reading more often than needed is the lesser evil.
      return true;
    }
  }

  /** Lets another window take over at once. */
  async release(): Promise<void> {
    if (this.#beat === undefined || !(await this.#stillHeld())) return;
    this.#stop();
    await rm(this.#path, { force: true }).catch(() => undefined);
  }

  async #create(): Promise<boolean> {
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    try {
      await writeFile(this.#path, this.#name, { flag: 'wx', mode: 0o600 });
      await this.#touch();
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      throw error;
    }
  }

  /** Removes the lock of a window that has ended; false when there is none such. */
  async #removeDead(): Promise<boolean> {
    const name = await this.#holder();
    const beat = await stat(this.#path).catch(() => undefined);
    if (beat === undefined) return true;
    if (this.#clock.now() - beat.mtimeMs < deadAfter) return false;
    const aside = `${this.#path}.${randomUUID()}.tmp`;
    await rename(this.#path, aside);
    // Another window may have been faster: then what was moved is its lock, and it gets it back.
    const moved = await readFile(aside, 'utf8').catch(() => undefined);
    if (moved !== name) await link(aside, this.#path).catch(() => undefined);
    await rm(aside, { force: true });
    return moved === name;
  }

  /** Gives a sign of life, unless another window has taken over. */
  async #stillHeld(): Promise<boolean> {
    if ((await this.#holder()) !== this.#name) {
      this.#stop();
      return false;
    }
    await this.#touch().catch(() => undefined);
    return true;
  }

  async #touch(): Promise<void> {
    const seconds = this.#clock.now() / 1000;
    await utimes(this.#path, seconds, seconds);
  }

  #holder(): Promise<string | undefined> {
    return readFile(this.#path, 'utf8').catch(() => undefined);
  }

  #stop(): void {
    clearInterval(this.#beat);
    this.#beat = undefined;
  }
}

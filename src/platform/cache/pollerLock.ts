import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../../services/ports.ts';
import { errorCode } from '../files/errorCode.ts';
import { replaceFile } from '../files/replaceFile.ts';

/** How often the holder gives a sign of life, and after how long without one it has ended. Milliseconds. */
interface Pace {
  readonly beatEvery: number;
  /** Killed, or its machine lost power. */
  readonly deadAfter: number;
}

const usualPace: Pace = { beatEvery: 10_000, deadAfter: 45_000 };

/**
 * Which of several windows reads Azure from time to time: the one whose name stands in a file, as long as it gives signs
 * of life. A dead one's place is taken in one step, by whoever holds the claim to it, so that the file is never missing
 * in between. A holder that was only asleep notices within a beat that its place was taken; until then Azure is read
 * twice, and nothing else is wrong.
 */
export class PollerLock {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #name: string = randomUUID();
  #beat: NodeJS.Timeout | undefined;

  constructor(path: string, clock: Clock, pace = usualPace) {
    this.#path = path;
    this.#clock = clock;
    this.#pace = pace;
  }

  /** True when this window is the one, from now on or already. Never rejects. */
  async acquire(): Promise<boolean> {
    try {
      if (this.#beat !== undefined) return await this.#stillHeld();
      const held = (await this.#create(this.#path, this.#name)) || (await this.#replaceDead());
      if (held) this.#beat = setInterval(() => void this.#stillHeld(), this.#pace.beatEvery).unref();
      return held;
    } catch {
      // Where no file can be written, windows cannot agree: reading more often than needed is the lesser evil.
      return true;
    }
  }

  /** Whether another window is the one. Changes nothing, and never rejects. */
  async isHeldElsewhere(): Promise<boolean> {
    const holder = await this.#holder();
    return holder !== undefined && holder !== this.#name && !(await this.#isDead(this.#path));
  }

  /** Lets another window take over at once. */
  async release(): Promise<void> {
    if (this.#beat === undefined || !(await this.#stillHeld())) return;
    this.#stop();
    await rm(this.#path, { force: true }).catch(() => undefined);
  }

  /** False when the file is there already. */
  async #create(path: string, text: string): Promise<boolean> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeFile(path, text, { flag: 'wx', mode: 0o600 });
      await this.#touch(path);
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      throw error;
    }
  }

  /** Takes the place of a window that has ended; false when there is none such, or another one is doing it. */
  async #replaceDead(): Promise<boolean> {
    if (!(await this.#isDead(this.#path))) return false;
    // The ending has it removed with other strays, should this window be killed before it removes it itself.
    const claim = `${this.#path}.claim.tmp`;
    if (!(await this.#create(claim, ''))) {
      if (await this.#isDead(claim)) await rm(claim, { force: true });
      return false;
    }
    try {
      // Looked at again: whoever held the claim before may have put a living one there.
      if (!(await this.#isDead(this.#path))) return false;
      await replaceFile(this.#path, this.#name);
      await this.#touch(this.#path);
      return true;
    } finally {
      await rm(claim, { force: true });
    }
  }

  async #isDead(path: string): Promise<boolean> {
    const beat = await stat(path).catch(() => undefined);
    return beat !== undefined && this.#clock.now() - beat.mtimeMs >= this.#pace.deadAfter;
  }

  /** Gives a sign of life, unless another window has taken over. */
  async #stillHeld(): Promise<boolean> {
    if ((await this.#holder()) !== this.#name) {
      this.#stop();
      return false;
    }
    await this.#touch(this.#path).catch(() => undefined);
    return true;
  }

  async #touch(path: string): Promise<void> {
    const seconds = this.#clock.now() / 1000;
    await utimes(path, seconds, seconds);
  }

  #holder(): Promise<string | undefined> {
    return readFile(this.#path, 'utf8').catch(() => undefined);
  }

  #stop(): void {
    clearInterval(this.#beat);
    this.#beat = undefined;
  }
}

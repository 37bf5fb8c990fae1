import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type * as vscode from 'vscode';
import { isJsonObject, ownValue } from '../domain/json.ts';
import { errorCode } from './files/errorCode.ts';
import { replaceFile } from './files/replaceFile.ts';
import { watchFolder } from './files/watchFolder.ts';

const mementoKey = 'signIn';
const fileName = 'sign-in.json';

/** VS Code hands a window's storage on to the others within moments. Milliseconds. */
const storageDelay = { lookEvery: 50, atMost: 10_000 };

export interface SharedSignInOptions {
  /** VS Code's storage, which holds the chosen account, too. */
  readonly memento: Pick<vscode.Memento, 'get' | 'update'>;
  /** Folder of its own, which all windows share. */
  readonly folder: string;
  /** Another window signed out, or in. */
  readonly onChange: (signedOut: boolean) => void;
  /** Where files cannot be watched or written, other windows hear of it when they read Azure or come to the front. */
  readonly onFailure: (code: string) => void;
}

/** The last sign-in or sign-out of any window. Turns are counted, since clocks can be set back. */
interface Turn {
  readonly turn: number;
  readonly signedOut: boolean;
}

/**
 * Whether the person is signed out of this extension, in all windows. VS Code's storage keeps it beside the account, and
 * tells no extension that it has changed; so a file tells. What the file says of a sign-in counts once the storage says
 * it as well: before that, this window still has the account of before.
 */
export class SharedSignIn {
  readonly #options: SharedSignInOptions;
  readonly #path: string;
  #heard: Turn = { turn: 0, signedOut: false };
  #told: Turn;
  #watcher: { dispose(): void } | undefined;
  #looking: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(options: SharedSignInOptions) {
    this.#options = options;
    this.#path = join(options.folder, fileName);
    this.#told = this.#latest;
    void this.#watch();
  }

  get signedOut(): boolean {
    return this.#latest.signedOut;
  }

  /** Remembers a sign-in or sign-out of this window, and tells the others. */
  async change(signedOut: boolean): Promise<void> {
    const next = { turn: this.#latest.turn + 1, signedOut };
    this.#heard = this.#told = next;
    const { folder, memento, onFailure } = this.#options;
    await memento.update(mementoKey, next);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await replaceFile(this.#path, JSON.stringify(next));
    } catch (error) {
      onFailure(errorCode(error));
    }
  }

  /** Looks for what other windows did; settles when that was told. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look());
    return this.#looking;
  }

  dispose(): void {
    this.#disposed = true;
    this.#watcher?.dispose();
  }

  get #latest(): Turn {
    return later(this.#heard, turnOf(this.#options.memento.get<unknown>(mementoKey)));
  }

  async #watch(): Promise<void> {
    const { folder, onFailure } = this.#options;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      onFailure(errorCode(error));
      return;
    }
    if (this.#disposed) return;
    this.#watcher = watchFolder(
      folder,
      (name) => name === fileName,
      () => void this.look(),
      onFailure,
    );
    await this.look();
  }

  async #look(): Promise<void> {
    const found = turnOf(await readFile(this.#path, 'utf8').then(parse, () => undefined));
    if (found.turn > this.#latest.turn && !found.signedOut) await this.#untilStored(found);
    this.#heard = later(this.#heard, found);
    const latest = this.#latest;
    if (this.#disposed || sameTurn(latest, this.#told)) return;
    this.#told = latest;
    this.#options.onChange(latest.signedOut);
  }

  async #untilStored({ turn }: Turn): Promise<void> {
    const { lookEvery, atMost } = storageDelay;
    for (let waited = 0; waited < atMost && !this.#disposed; waited += lookEvery) {
      if (turnOf(this.#options.memento.get<unknown>(mementoKey)).turn >= turn) return;
      await delay(lookEvery);
    }
  }
}

function turnOf(value: unknown): Turn {
  const turn = isJsonObject(value) ? ownValue(value, 'turn') : undefined;
  if (!isJsonObject(value) || typeof turn !== 'number') return { turn: 0, signedOut: false };
  return { turn, signedOut: ownValue(value, 'signedOut') === true };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sameTurn(one: Turn, other: Turn): boolean {
  return one.turn === other.turn && one.signedOut === other.signedOut;
}

/** Of two at the same time, the sign-out counts. */
function later(one: Turn, other: Turn): Turn {
  if (one.turn !== other.turn) return one.turn > other.turn ? one : other;
  return one.signedOut ? one : other;
}

import type * as vscode from 'vscode';

/**
 * The extension's stored state, written one value after the other.
 *
 * VS Code holds all values as one object, which it sends as a whole a moment after an update, and replaces by what the
 * window stored as soon as that is told back. An update that falls between would be lost without an error: what the
 * person chose would not count. So none begins before the earlier one has ended, and what is read is what was last asked
 * for, stored or not.
 */
export class OrderedMemento implements vscode.Memento {
  readonly #memento: vscode.Memento;
  /** Values that are not stored yet. */
  readonly #asked = new Map<string, { readonly value: unknown }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  keys(): readonly string[] {
    const stored = this.#memento.keys().filter((key) => !this.#asked.has(key));
    return [...stored, ...[...this.#asked].flatMap(([key, { value }]) => (value === undefined ? [] : [key]))];
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- so does VS Code's interface have it
  get<T>(key: string): T | undefined;
  get<T>(key: string, fallback: T): T;
  get<T>(key: string, fallback?: T): T | undefined {
    const asked = this.#asked.get(key);
    return asked === undefined ? this.#memento.get(key, fallback) : ((asked.value as T | undefined) ?? fallback);
  }

  /** Settles once the value is stored; rejects where VS Code cannot store it. */
  update(key: string, value: unknown): Promise<void> {
    const asked = { value };
    this.#asked.set(key, asked);
    const stored = this.#last.then(() => this.#store(key, asked));
    this.#last = stored.catch(() => undefined);
    return stored;
  }

  async #store(key: string, asked: { readonly value: unknown }): Promise<void> {
    try {
      await this.#memento.update(key, asked.value);
    } finally {
      if (this.#asked.get(key) === asked) this.#asked.delete(key);
    }
  }
}

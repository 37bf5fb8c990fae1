import * as vscode from 'vscode';
import type { IdentityMemory } from '../services/incidentIds.ts';

const storageKey = 'incidentIds';

/** A refresh streams, and each part of it is correlated: what holds at the end is written once. */
const quietMilliseconds = 2_000;

/** Incident ids in VS Code's own storage. */
export class IdentityMemento implements IdentityMemory, vscode.Disposable {
  readonly #memento: vscode.Memento;
  #latest: (() => object) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #written = '';

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  read(): unknown {
    return this.#memento.get<unknown>(storageKey);
  }

  write(value: () => object): void {
    this.#latest = value;
    this.#timer ??= setTimeout(() => {
      this.#flush();
    }, quietMilliseconds);
  }

  dispose(): void {
    this.#flush();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const value = this.#latest?.();
    this.#latest = undefined;
    const text = JSON.stringify(value);
    if (value === undefined || text === this.#written) return;
    this.#written = text;
    // Losing this write (another window wrote at the same time) gives an incident a new id after a restart: nothing worse.
    void this.#memento.update(storageKey, value);
  }
}

import type * as vscode from 'vscode';
import type { StoreState } from '../services/storeState.ts';
import type { Unsubscribe } from '../services/listeners.ts';
import { Listeners } from '../services/listeners.ts';
import { unseenHighItems } from '../services/unseenItems.ts';

const storageKey = 'seenItems';

/** Keys kept: what Azure shows of 90 days is less, and VS Code holds all of an extension's state in memory. */
const keysKept = 5000;

/** The high-severity items that the person has opened, so that the badge counts only what is new. */
export class SeenItems {
  readonly #memento: vscode.Memento;
  readonly #listeners = new Listeners<undefined>();
  #keys: Set<string>;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    const stored = memento.get<unknown>(storageKey);
    this.#keys = new Set(Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : []);
  }

  onDidChange(listener: () => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  unseen(state: StoreState): readonly string[] {
    return unseenHighItems(state, this.#keys);
  }

  markSeen(keys: readonly string[]): void {
    const fresh = keys.filter((key) => !this.#keys.has(key));
    if (fresh.length === 0) return;
    this.#keys = new Set([...this.#keys, ...fresh].slice(-keysKept));
    // Losing this write (another window wrote at the same time) shows an item as new once more: nothing worse.
    void this.#memento.update(storageKey, [...this.#keys]);
    this.#listeners.fire(undefined);
  }
}

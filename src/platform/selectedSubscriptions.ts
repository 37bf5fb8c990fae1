import type * as vscode from 'vscode';
import type { Subscription } from '../domain/subscription.ts';
import { readSettings } from './settings.ts';

/**
 * The subscriptions that the person wants to see, remembered for each sign-in method and cloud. Nothing is stored while
 * all are wanted, so that a subscription that is created later is seen too.
 */
export class SelectedSubscriptions {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  select(available: readonly Subscription[]): readonly Subscription[] {
    const stored = this.#memento.get<unknown>(storageKey());
    if (!Array.isArray(stored)) return available;
    const chosen = new Set<unknown>(stored);
    return available.filter(({ subscriptionId }) => chosen.has(subscriptionId));
  }

  async choose(chosen: readonly Subscription[], available: readonly Subscription[]): Promise<void> {
    const all = chosen.length === available.length;
    const ids = chosen.map(({ subscriptionId }) => subscriptionId);
    await this.#memento.update(storageKey(), all ? undefined : ids);
  }
}

function storageKey(): string {
  const { signIn, cloud } = readSettings();
  return `subscriptions:${signIn}:${cloud}`;
}

import type * as vscode from 'vscode';
import type { Subscription } from '../domain/subscription.ts';
import { chosenOf, everySubscription, readChoice, type SubscriptionChoice } from '../services/subscriptionChoice.ts';
import { readSettings } from './settings.ts';

/** The subscriptions that the person wants to see, remembered for each sign-in method and cloud; at first, all. */
export class SelectedSubscriptions {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get choice(): SubscriptionChoice {
    return readChoice(this.#memento.get<unknown>(storageKey(), everySubscription));
  }

  select(available: readonly Subscription[]): readonly Subscription[] {
    return chosenOf(this.choice, available);
  }

  async choose(choice: SubscriptionChoice): Promise<void> {
    await this.#memento.update(storageKey(), choice);
  }
}

function storageKey(): string {
  const { signIn, cloud } = readSettings();
  return `subscriptions:${signIn}:${cloud}`;
}

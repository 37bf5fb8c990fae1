import * as vscode from 'vscode';
import type { Cloud } from '../domain/cloudEndpoints.ts';
import { Listeners, type Unsubscribe } from '../services/listeners.ts';

/** An account that VS Code is signed in with. `label` is what its owner signs in as. */
export type Account = vscode.AuthenticationSessionAccountInformation;

/** Which of VS Code's two Microsoft sign-ins knows a cloud. */
export function providerOf(cloud: Cloud): string {
  return cloud === 'public' ? 'microsoft' : 'microsoft-sovereign-cloud';
}

/**
 * The account whose subscriptions are shown, for each of VS Code's sign-ins. Remembered on this machine: without it, VS
 * Code asks which of several to use, and a window could show another account's data than the one beside it.
 */
export class ChosenAccount {
  readonly #memento: vscode.Memento;
  readonly #listeners = new Listeners<undefined>();

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get(cloud: Cloud): Account | undefined {
    const kept = this.#memento.get<unknown>(keyOf(cloud));
    if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('label' in kept)) return undefined;
    const { id, label } = kept;
    return typeof id === 'string' && typeof label === 'string' ? { id, label } : undefined;
  }

  async choose(cloud: Cloud, account: Account | undefined): Promise<void> {
    const known = this.get(cloud);
    if (known?.id === account?.id && known?.label === account?.label) return;
    await this.#memento.update(keyOf(cloud), account && { id: account.id, label: account.label });
    if (known === undefined && account !== undefined) this.#listeners.fire(undefined);
  }

  /** Hears that an account was chosen where there was none: only now it is known whose data is shown. */
  onDidChooseFirst(listener: () => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Whether the account has left VS Code; false also when VS Code cannot tell. */
  async isGone(cloud: Cloud): Promise<boolean> {
    const chosen = this.get(cloud);
    if (chosen === undefined) return false;
    const accounts = await accountsOf(cloud).catch(() => undefined);
    return accounts !== undefined && !accounts.some(({ id }) => id === chosen.id);
  }
}

/** All accounts that VS Code is signed in with for a cloud. */
export async function accountsOf(cloud: Cloud): Promise<readonly Account[]> {
  return await vscode.authentication.getAccounts(providerOf(cloud));
}

/** Hears that an account of this cloud came or went. */
export function onDidChangeAccount(cloud: () => Cloud, listener: () => void): vscode.Disposable {
  return vscode.authentication.onDidChangeSessions(({ provider }) => {
    if (provider.id === providerOf(cloud())) listener();
  });
}

function keyOf(cloud: Cloud): string {
  return `account:${providerOf(cloud)}`;
}

import type * as vscode from 'vscode';
import { readSettings } from '../settings.ts';
import { archiveWish } from './archiveSettings.ts';
import { CacheOwner } from './cacheOwner.ts';
import { ChosenAccount } from '../chosenAccount.ts';
import { ServicePrincipalStore } from '../signIn/servicePrincipalStore.ts';
import { identify } from './identify.ts';
import { LocalData, type LocalDataDependencies } from './localData.ts';

export { browseArchive } from './browseArchive.ts';

export interface OpenLocalDataOptions extends Omit<LocalDataDependencies, 'owner' | 'archiveWish'> {
  readonly memento: vscode.Memento;
  readonly secrets: vscode.SecretStorage;
  readonly signedOut: () => boolean;
}

/** What is kept on this machine of the alerts that were read: a room of its own, loaded with the first view. */
export function openLocalData({ memento, secrets, signedOut, ...dependencies }: OpenLocalDataOptions): LocalData {
  const sources = { accounts: new ChosenAccount(memento), principals: new ServicePrincipalStore(secrets) };
  const owner = new CacheOwner({
    memento,
    signedOut,
    settings: readSettings,
    identify: (settings) => identify(settings, sources),
  });
  return new LocalData({ ...dependencies, owner, archiveWish });
}

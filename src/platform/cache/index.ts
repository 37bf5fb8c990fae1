import type * as vscode from 'vscode';
import { readSettings } from '../settings.ts';
import { CacheOwner } from './cacheOwner.ts';
import { identify } from './identify.ts';
import { LocalData, type LocalDataDependencies } from './localData.ts';

export interface OpenLocalDataOptions extends Omit<LocalDataDependencies, 'owner'> {
  readonly memento: vscode.Memento;
  readonly signedOut: () => boolean;
}

/** What is kept on this machine of the alerts that were read: a room of its own, loaded with the first view. */
export function openLocalData({ memento, signedOut, ...dependencies }: OpenLocalDataOptions): LocalData {
  const owner = new CacheOwner({ memento, signedOut, settings: readSettings, identify });
  return new LocalData({ ...dependencies, owner });
}

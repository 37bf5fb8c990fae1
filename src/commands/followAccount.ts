import * as vscode from 'vscode';
import { onDidChangeAccount } from '../platform/chosenAccount.ts';
import { onDidChangeConnectionSettings, onDidChangeSource, readSettings } from '../platform/settings.ts';
import type { Product } from './product.ts';

/** Keeps the alerts on the screen those of the cloud and account in use. */
export function followAccount(product: Product): vscode.Disposable {
  const { connection, localData, refresher } = product;
  return vscode.Disposable.from(
    onDidChangeSource(() => {
      // The same cloud and account: what is shown stays until it was read anew.
      connection.reopen();
      if (refresher.started) void refresher.restart();
    }),
    onDidChangeConnectionSettings(() => {
      if (connection.isOutdated()) reconnect(product);
    }),
    onDidChangeAccount(
      () => readSettings().cloud,
      () => void followAccounts(product),
    ),
    new vscode.Disposable(
      connection.accounts.onDidChooseFirst(() => {
        void localData().then((data) => data.verify());
      }),
    ),
  );
}

/** After accounts came or went in VS Code, for whichever extension. */
async function followAccounts(product: Product): Promise<void> {
  const { connection, store } = product;
  const { signIn, cloud } = readSettings();
  if (signIn !== 'vscode' || connection.signedOut) return;
  // Only into and out of "signed out": reading tokens can raise this event too, and would start an endless loop.
  if (store.state.phase === 'signedOut') {
    if (!(await connection.accounts.isGone(cloud))) reconnect(product);
    return;
  }
  if (await connection.accounts.isGone(cloud)) await leaveAccount(product);
}

/** After another window signed out, or in. */
export async function followSignIn(product: Product, signedOut: boolean): Promise<void> {
  const { localData, log, store } = product;
  log.info('signIn.elsewhere', { signedOut });
  if (signedOut) await leaveAccount(product);
  else if (store.state.phase === 'signedOut' || store.state.failure?.kind === 'notSignedIn') reconnect(product);
  // What is on the screen stays, unless it is another account's.
  else await (await localData()).verify();
}

/** Signed out by nobody in this window: no token, no list, and nothing on disk stays. */
async function leaveAccount({ connection, localData, refresher, store }: Product): Promise<void> {
  refresher.cancel();
  connection.reset();
  store.apply({ kind: 'cleared', signedOut: true });
  await (await localData()).forget();
}

/** Forgets what another cloud or account said, and reads anew if anything was asked for before. */
export function reconnect({ connection, localData, refresher, store }: Product): void {
  connection.reset();
  store.apply({ kind: 'cleared', signedOut: connection.signedOut });
  void localData().then((data) => data.reopen());
  if (refresher.started) void refresher.restart();
}

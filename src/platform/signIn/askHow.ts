import * as vscode from 'vscode';
import { displayLabel } from '../../domain/displayText.ts';
import { withoutIcons } from '../../services/withoutIcons.ts';
import type { Account } from '../chosenAccount.ts';
import { accountsOf } from '../chosenAccount.ts';
import type { Connection, SignInWish } from '../connection.ts';
import type { SignInMethod } from '../settings.ts';
import { readSettings } from '../settings.ts';
import { ServicePrincipalStore } from './servicePrincipalStore.ts';
import { whileWaiting } from './whileWaiting.ts';

/** VS Code starts an extension of its own to tell its accounts; without them the list is still of use. */
const patience = 3_000;

interface Choice extends vscode.QuickPickItem {
  readonly wish?: SignInWish;
}

/** Lets the person choose as whom to sign in; undefined when they turn away. */
export async function askHow(
  { accounts, signedOut }: Connection,
  secrets: vscode.SecretStorage,
): Promise<SignInWish | undefined> {
  const { signIn, cloud } = readSettings();
  const current = (method: SignInMethod, account?: Account): boolean =>
    !signedOut && method === signIn && (account === undefined || accounts.get(cloud)?.id === account.id);
  const items = Promise.all([presentAccounts(), new ServicePrincipalStore(secrets).read()]).then(
    ([present, principal]): readonly Choice[] => [
      separator('Accounts of VS Code'),
      ...present.map((account) => ({
        ...choice(withoutIcons(displayLabel(account.label)), '', current('vscode', account)),
        wish: { method: 'vscode', account } as const,
      })),
      present.length === 0
        ? {
            ...choice('Microsoft account', 'VS Code asks for it; this extension never sees a password', false),
            wish: { method: 'vscode' },
          }
        : {
            ...choice('Another Microsoft account…', 'VS Code asks which, and can add one', false),
            wish: { method: 'vscode', account: 'another' },
          },
      separator('On this machine'),
      {
        ...choice('Azure CLI', 'The account of "az login" on this machine', current('azureCli')),
        wish: { method: 'azureCli' },
      },
      {
        ...choice('Service principal', principalText(principal?.clientId), current('environment')),
        wish: { method: 'environment' },
      },
      separator('Without an account'),
      {
        ...choice('Sample environment', 'Made-up subscriptions and attacks: no account, no network', current('sample')),
        wish: { method: 'sample' },
      },
    ],
  );
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: 'How do you want to sign in?',
    matchOnDetail: true,
  });
  return chosen?.wish;
}

async function presentAccounts(): Promise<readonly Account[]> {
  const never = new AbortController().signal;
  return (await whileWaiting(patience, never, () => accountsOf(readSettings().cloud)).catch(() => [])) ?? [];
}

function principalText(clientId: string | undefined): string {
  return clientId === undefined
    ? 'AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET of the environment'
    : `Application ${displayLabel(clientId)}, from the secret storage of VS Code`;
}

function choice(label: string, detail: string, isCurrent: boolean): vscode.QuickPickItem {
  return { label, ...(detail === '' ? {} : { detail }), ...(isCurrent ? { description: 'current' } : {}) };
}

function separator(label: string): Choice {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

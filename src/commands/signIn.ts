import * as vscode from 'vscode';
import type { SignInMethod } from '../platform/settings.ts';
import type { Product } from './product.ts';
import { inform, warn } from '../platform/notices.ts';
import { oneOf, readSettings, signInMethods } from '../platform/settings.ts';

const methodTexts: Readonly<Record<SignInMethod, { readonly label: string; readonly detail: string }>> = {
  vscode: { label: 'Microsoft account', detail: 'The account that VS Code is signed in with' },
  azureCli: { label: 'Azure CLI', detail: 'The account of "az login" on this machine' },
  environment: {
    label: 'Service principal',
    detail: 'AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET of the environment',
  },
  sample: { label: 'Sample environment', detail: 'Made-up subscriptions and attacks: no account, no network' },
};

/**
 * Signs in by the method that is named, or that the person chooses; on the row of a subscription or tenant, into its
 * tenant.
 */
export async function signIn(product: Product, argument: unknown): Promise<void> {
  const tenantId = tenantOf(product, argument);
  if (tenantId !== undefined) return signInToTenant(product, tenantId);
  const method = oneOf(signInMethods, argument) ?? (await askForMethod());
  if (method === undefined) return;
  if (method !== 'sample' && readSettings().endpoints === undefined) {
    warn('customCloudIncomplete');
    return;
  }
  if (!(await product.connection.signIn(method))) {
    inform('signInNotCompleted');
    return;
  }
  product.store.apply({ kind: 'cleared', signedOut: false });
  void product.localData().then((data) => data.reopen());
  await product.refresher.restart();
}

async function askForMethod(): Promise<SignInMethod | undefined> {
  const { signIn: current } = readSettings();
  const items = signInMethods.map((method) => ({
    ...methodTexts[method],
    ...(method === current ? { description: 'current' } : {}),
    method,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'How do you want to sign in?' }))?.method;
}

/** What is on the screen stays: only the tenant's own subscriptions were missing. */
async function signInToTenant({ connection, refresher }: Product, tenantId: string): Promise<void> {
  if (await connection.signIn(readSettings().signIn, tenantId)) await refresher.restart();
  else inform('signInNotCompleted');
}

function tenantOf({ store }: Product, argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('tenantId' in argument) {
    return store.state.failedTenants.find(({ tenantId }) => tenantId === argument.tenantId)?.tenantId;
  }
  if (!('subscriptionId' in argument)) return undefined;
  const { subscriptionId } = argument;
  const row = store.state.subscriptions.find(({ subscription }) => subscription.subscriptionId === subscriptionId);
  return row?.subscription.tenantId;
}

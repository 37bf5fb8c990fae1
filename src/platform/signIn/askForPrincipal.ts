import type * as vscode from 'vscode';
import { idProblem, secretProblem } from '../../services/signIn/servicePrincipal.ts';
import type { CloudEndpoints } from '../../domain/cloudEndpoints.ts';
import { ServicePrincipalStore } from './servicePrincipalStore.ts';
import { askForPart, tell } from './signInNotices.ts';

/** Asks for a service principal and keeps it in VS Code's secret storage. False when the person turns away. */
export async function askForPrincipal(
  secrets: vscode.SecretStorage,
  { authorityHost }: CloudEndpoints,
): Promise<boolean> {
  const store = new ServicePrincipalStore(secrets);
  const kept = await store.read();
  const tenantId = await askForPart('tenantId', kept?.tenantId ?? '', idProblem);
  if (tenantId === undefined) return false;
  const clientId = await askForPart('clientId', kept?.clientId ?? '', idProblem);
  if (clientId === undefined) return false;
  const secret = await askForPart('secret', '', secretProblem);
  if (secret === undefined) return false;
  await store.keep({ tenantId, clientId, secret, authorityHost });
  tell('principalKept');
  return true;
}

/** Removes what was kept; false when nothing was. */
export async function forgetPrincipal(secrets: vscode.SecretStorage): Promise<boolean> {
  const store = new ServicePrincipalStore(secrets);
  const kept = (await store.read()) !== undefined;
  // Also what cannot be read any more.
  await store.forget();
  tell(kept ? 'principalForgotten' : 'noPrincipal');
  return kept;
}

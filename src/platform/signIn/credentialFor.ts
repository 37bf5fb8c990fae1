import type { TokenCredential } from '@azure/core-auth';
import * as vscode from 'vscode';
import type { CloudEndpoints } from '../../domain/cloudEndpoints.ts';
import { assertNever } from '../../domain/assertNever.ts';
import type { SignInMethod } from '../settings.ts';
import type { SessionOptions } from './sessionCredential.ts';
import { sessionCredential } from './sessionCredential.ts';
import { ServicePrincipalStore } from './servicePrincipalStore.ts';
import { SignInError } from './signInError.ts';

export interface CredentialOptions extends SessionOptions {
  readonly secrets: vscode.SecretStorage;
}

type CredentialForTenant = (tenantId: string | undefined) => TokenCredential;

/** The credential of a way to sign in, one for each tenant. Nothing is asked of anybody until it is used. */
export async function credentialFor(
  method: Exclude<SignInMethod, 'sample'>,
  options: CredentialOptions,
): Promise<CredentialForTenant> {
  switch (method) {
    case 'vscode':
      return (tenantId) => sessionCredential(options, tenantId);
    case 'azureCli':
      return (await import('../../azure/identity.ts')).createAzureCliCredential({ foreignFolders: openedFolders });
    case 'environment':
      return principalCredential(options.secrets, options.endpoints);
    default:
      return assertNever(method);
  }
}

/** What a person gave to this extension goes before the environment, in which every program on the machine can look. */
async function principalCredential(
  secrets: vscode.SecretStorage,
  endpoints: CloudEndpoints,
): Promise<CredentialForTenant> {
  const kept = await new ServicePrincipalStore(secrets).read();
  const { createEnvironmentCredential, servicePrincipalCredential } = await import('../../azure/identity.ts');
  if (kept?.authorityHost === endpoints.authorityHost) {
    return servicePrincipalCredential({ ...kept, proof: { secret: kept.secret } });
  }
  const named = process.env['AZURE_CLIENT_ID'] !== undefined;
  return kept === undefined || named
    ? createEnvironmentCredential(process.env, endpoints)
    : () => ({ getToken: () => Promise.reject(new SignInError('ServicePrincipalOfAnotherCloud')) });
}

function openedFolders(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}

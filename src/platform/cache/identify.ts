import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Cloud } from '../../domain/cloudEndpoints.ts';
import { isJsonObject, ownString, ownValue } from '../../domain/json.ts';
import type { ServicePrincipal } from '../../services/signIn/servicePrincipal.ts';
import { errorCode } from '../files/errorCode.ts';
import { accountsOf, type ChosenAccount } from '../chosenAccount.ts';
import type { ServicePrincipalStore } from '../signIn/servicePrincipalStore.ts';
import type { Settings } from '../settings.ts';
import type { Identity } from './cacheOwner.ts';
import { accountIdentity, named } from './identityName.ts';

const nobody: Identity = { kind: 'nobody' };

export interface IdentitySources {
  readonly accounts: ChosenAccount;
  readonly principals: ServicePrincipalStore;
}

/** Names who is signed in the way that the settings say. People are named by a hash: the name is stored. */
export async function identify(
  { signIn, cloud, endpoints }: Settings,
  { accounts, principals }: IdentitySources,
): Promise<Identity> {
  switch (signIn) {
    case 'vscode':
      return vsCodeAccount(cloud, accounts);
    case 'azureCli':
      return azureCliUsers();
    case 'environment':
      return servicePrincipal(await principals.read(), endpoints?.authorityHost);
    case 'sample':
      return nobody;
  }
}

async function vsCodeAccount(cloud: Cloud, accounts: ChosenAccount): Promise<Identity> {
  try {
    const present = await accountsOf(cloud);
    return accountIdentity(present, accounts.get(cloud));
  } catch {
    return { kind: 'unknown' };
  }
}

/** The users of the Azure CLI, from its own list of subscriptions: asking the CLI would take a second. */
async function azureCliUsers(): Promise<Identity> {
  try {
    const folder = process.env['AZURE_CONFIG_DIR'] ?? join(homedir(), '.azure');
    const text = await readFile(join(folder, 'azureProfile.json'), 'utf8');
    const profile: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const listed = isJsonObject(profile) ? ownValue(profile, 'subscriptions') : undefined;
    if (!Array.isArray(listed)) return { kind: 'unknown' };
    return named(listed.flatMap((each: unknown) => userOf(each)));
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? nobody : { kind: 'unknown' };
  }
}

function userOf(subscription: unknown): readonly string[] {
  const user = isJsonObject(subscription) ? ownValue(subscription, 'user') : undefined;
  const name = isJsonObject(user) ? ownString(user, 'name') : undefined;
  return name === undefined ? [] : [name.toLowerCase()];
}

/** The one that was given to this extension for this cloud, or else that of the environment, as sign-in takes them. */
function servicePrincipal(kept: ServicePrincipal | undefined, authorityHost: string | undefined): Identity {
  const { AZURE_TENANT_ID = '', AZURE_CLIENT_ID = '' } = process.env;
  const used = kept?.authorityHost === authorityHost ? kept : undefined;
  const { tenantId: tenant, clientId: client } = used ?? { tenantId: AZURE_TENANT_ID, clientId: AZURE_CLIENT_ID };
  return tenant === '' || client === '' ? nobody : named([`${tenant.trim()}/${client.trim()}`.toLowerCase()]);
}

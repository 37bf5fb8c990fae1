import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { isJsonObject, ownString, ownValue } from '../../domain/json.ts';
import { errorCode } from '../files/errorCode.ts';
import { providerOf } from '../sessionCredential.ts';
import type { Settings } from '../settings.ts';
import type { Identity } from './cacheOwner.ts';

const nobody: Identity = { kind: 'nobody' };

/** Names who is signed in the way that the settings say. People are named by a hash: the name is stored. */
export async function identify({ signIn, cloud }: Settings): Promise<Identity> {
  switch (signIn) {
    case 'vscode':
      return vsCodeAccounts(providerOf(cloud));
    case 'azureCli':
      return azureCliUsers();
    case 'environment':
      return servicePrincipal(process.env);
    case 'sample':
      return nobody;
  }
}

async function vsCodeAccounts(provider: string): Promise<Identity> {
  try {
    return named((await vscode.authentication.getAccounts(provider)).map(({ id }) => id));
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

function servicePrincipal({ AZURE_TENANT_ID: tenant = '', AZURE_CLIENT_ID: client = '' }: NodeJS.ProcessEnv): Identity {
  return tenant === '' || client === '' ? nobody : named([`${tenant.trim()}/${client.trim()}`.toLowerCase()]);
}

function named(names: readonly string[]): Identity {
  if (names.length === 0) return nobody;
  const whole = JSON.stringify([...new Set(names)].toSorted());
  return { kind: 'named', name: createHash('sha256').update(whole).digest('hex').slice(0, 32) };
}

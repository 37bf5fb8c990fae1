import type { RunbookStep } from '../runbook.ts';

const vaultApi = '2023-07-01';
const vault = ['--name={vaultName}', '--resource-group={vaultGroup}'] as const;

/** Only networks that the vault names reach it. */
export const closeVault: RunbookStep = {
  id: 'close-vault',
  phase: 'contain',
  title: 'Let only named networks reach the vault',
  instruction:
    'Refuses every network that the vault does not name. Add the networks of your applications first: they cannot start without their secrets.',
  mandatory: true,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['keyvault', 'update', ...vault, '--default-action=Deny'],
    changes: 'Whoever does not come from a network that the vault names is refused.',
  },
  whatIf: { tool: 'az', args: ['keyvault', 'network-rule', 'list', ...vault] },
  verify: {
    resource: '{vault}',
    apiVersion: vaultApi,
    property: 'properties.networkAcls.defaultAction',
    expect: { equals: 'Deny' },
  },
  undo: {
    tool: 'az',
    args: ['keyvault', 'update', ...vault, '--default-action=Allow'],
    changes: 'All networks reach the vault again.',
  },
};

/** What has to be changed after somebody read the vault. Names only, no values. */
export const listSecretNames: RunbookStep = {
  id: 'list-secret-names',
  phase: 'eradicate',
  title: 'List what has to be changed',
  instruction:
    'Lists the names of the secrets, never their values. Every secret that the account or address could read counts as known to the attacker.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['keyvault', 'secret', 'list', '--vault-name={vaultName}'],
      ...['--query=[].[name,attributes.enabled,attributes.updated]', '--output=table'],
    ],
  },
};

/** Nobody deletes the vault for good before its time. */
export const protectVaultFromPurge: RunbookStep = {
  id: 'protect-vault-from-purge',
  phase: 'prevent',
  title: 'Protect the vault from being purged',
  instruction:
    'With purge protection nobody, not even an owner, can delete secrets for good before their time is over. It cannot be turned off again.',
  mandatory: false,
  risk: 'medium',
  command: {
    tool: 'az',
    args: ['keyvault', 'update', ...vault, '--enable-purge-protection=true'],
    changes: 'Deleted secrets stay until their time is over. This cannot be undone.',
  },
  verify: {
    resource: '{vault}',
    apiVersion: vaultApi,
    property: 'properties.enablePurgeProtection',
    expect: { equals: true },
  },
};

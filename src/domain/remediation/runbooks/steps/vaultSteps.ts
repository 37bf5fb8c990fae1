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

/** Who may read what. */
export const listVaultAccess: RunbookStep = {
  id: 'list-vault-access',
  phase: 'triage',
  title: 'See who may read the vault by policy',
  instruction:
    'Lists the access policies by object id. An id that you cannot name, or one with "all", is where to look first. An empty list means that roles decide: then look at the role assignments of the vault.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['keyvault', 'show', ...vault],
      ...['--query=properties.accessPolicies[].[objectId,permissions.secrets,permissions.keys]'],
    ],
  },
};

/** The same where roles decide. */
export const listVaultRoles: RunbookStep = {
  id: 'list-vault-roles',
  phase: 'triage',
  title: 'See who may read the vault by role',
  instruction:
    'Lists the roles that reach the vault, with the time of their making. Key Vault Administrator and Secrets User read values; Owner and User Access Administrator can give themselves both.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--scope={vault}', '--include-inherited'],
      ...['--query=[].[createdOn,principalName,principalType,roleDefinitionName]', '--output=table'],
    ],
  },
};

/** The vault's own log is the only witness of reads. */
export const readVaultLogs: RunbookStep = {
  id: 'read-vault-logs',
  phase: 'triage',
  title: 'Read which secrets were read',
  instruction:
    'In the audit log of the vault (AuditEvent) list SecretGet, KeyDecrypt, SecretList and VaultPatch around the time of the alert by caller and address. A list followed by a get of each secret is a harvest. The command shows where the log goes; where it goes nowhere, assume that everything was read.',
  mandatory: true,
  risk: 'none',
  command: { tool: 'az', args: ['monitor', 'diagnostic-settings', 'list', '--resource={vault}'] },
};

/** One account loses its policy; the others go on. */
export const removeVaultPolicy: RunbookStep = {
  id: 'remove-vault-policy',
  phase: 'contain',
  title: 'Take the access policy from the account',
  instruction:
    'Removes the access policy of this object id, and touches no other. It does nothing where the vault uses roles, or the account is in a group that has the policy: then remove the role or the membership. Note the rights first, to be able to give them again.',
  mandatory: false,
  risk: 'medium',
  command: {
    tool: 'az',
    args: ['keyvault', 'delete-policy', ...vault, '--object-id={userId}'],
    changes:
      'The account can no longer read the vault by a policy of its own. Its rights have to be given again by hand.',
  },
  whatIf: {
    tool: 'az',
    args: [
      ...['keyvault', 'show', ...vault],
      ...['--query=properties.accessPolicies[].[objectId,permissions.secrets,permissions.keys]'],
    ],
  },
};

/** A new version in the vault does not make the old password invalid. */
export const changeReadSecrets: RunbookStep = {
  id: 'change-read-secrets',
  phase: 'eradicate',
  title: 'Change the secrets that were read',
  instruction:
    'Change each secret where it is valid (database, storage account, partner), then write the new version into the vault and disable the old one. Begin with those that open something from the internet. Keys that never leave the vault need no change, but what was decrypted with them is known.',
  mandatory: true,
  risk: 'high',
};

import type { RunbookStep } from '../runbook.ts';

const storageApi = '2023-01-01';
const account = ['--name={storageName}', '--resource-group={storageGroup}'] as const;

/** No anonymous reading of any container of the account. */
export const forbidPublicBlobs: RunbookStep = {
  id: 'forbid-public-blobs',
  phase: 'contain',
  title: 'Forbid anonymous access to the account',
  instruction:
    'Turns off anonymous access for all containers at once, whatever each of them allows. Ask first whether a public web page or a download is served from here: it stops working.',
  mandatory: true,
  risk: 'medium',
  command: {
    tool: 'az',
    args: ['storage', 'account', 'update', ...account, '--allow-blob-public-access=false'],
    changes: 'Nobody reads blobs of this account without signing in.',
  },
  whatIf: {
    tool: 'az',
    args: ['storage', 'account', 'show', ...account, '--query=allowBlobPublicAccess'],
  },
  verify: {
    resource: '{storage}',
    apiVersion: storageApi,
    property: 'properties.allowBlobPublicAccess',
    expect: { equals: false },
  },
  undo: {
    tool: 'az',
    args: ['storage', 'account', 'update', ...account, '--allow-blob-public-access=true'],
    changes: 'Containers that are set to public can be read anonymously again.',
  },
};

/** One of the two keys, so that what uses the other one goes on. */
export function renewStorageKey(key: 'primary' | 'secondary'): RunbookStep {
  return {
    id: `renew-${key}-key`,
    phase: 'eradicate',
    title: `Renew the ${key} access key`,
    instruction: `A key that leaked opens the whole account, and so does every shared access signature made with it. Move applications to the other key first; then renew the ${key} one. Signatures that were made with it end at once.`,
    mandatory: true,
    risk: 'high',
    command: {
      tool: 'az',
      args: [
        ...['storage', 'account', 'keys', 'renew', '--account-name={storageName}', '--resource-group={storageGroup}'],
        ...[`--key=${key}`, '--output=none'],
      ],
      changes: `The ${key} key becomes another one. Whatever still uses the old one loses access. This cannot be undone.`,
    },
    whatIf: {
      tool: 'az',
      args: [
        ...['storage', 'account', 'keys', 'list', '--account-name={storageName}', '--resource-group={storageGroup}'],
        '--query=[].[keyName,creationTime]',
      ],
    },
  };
}

/** Only networks and services that are named reach the account. */
export const denyOtherNetworks: RunbookStep = {
  id: 'deny-other-networks',
  phase: 'contain',
  title: 'Let only named networks reach the account',
  instruction:
    'Refuses every network that the account does not name. Add the networks and addresses of your applications first, or they lose access as well.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['storage', 'account', 'update', ...account, '--default-action=Deny'],
    changes: 'Whoever does not come from a network that the account names is refused, with the right key too.',
  },
  whatIf: {
    tool: 'az',
    args: [
      ...['storage', 'account', 'network-rule', 'list', '--account-name={storageName}'],
      '--resource-group={storageGroup}',
    ],
  },
  verify: {
    resource: '{storage}',
    apiVersion: storageApi,
    property: 'properties.networkAcls.defaultAction',
    expect: { equals: 'Deny' },
  },
  undo: {
    tool: 'az',
    args: ['storage', 'account', 'update', ...account, '--default-action=Allow'],
    changes: 'All networks reach the account again.',
  },
};

/** No keys and no signatures made with them: Entra ID only. */
export const forbidSharedKeys: RunbookStep = {
  id: 'forbid-shared-keys',
  phase: 'prevent',
  title: 'Forbid access with keys',
  instruction:
    'Once applications sign in with managed identities, forbid keys and the signatures that are made with them. What is left is accounts and applications with roles, which can be disabled one by one.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['storage', 'account', 'update', ...account, '--allow-shared-key-access=false'],
    changes: 'Requests with an account key or a signature made with one are refused.',
  },
  verify: {
    resource: '{storage}',
    apiVersion: storageApi,
    property: 'properties.allowSharedKeyAccess',
    expect: { equals: false },
  },
  undo: {
    tool: 'az',
    args: ['storage', 'account', 'update', ...account, '--allow-shared-key-access=true'],
    changes: 'Keys and signatures are accepted again.',
  },
};

/** Deleted blobs can be had back for two weeks. */
export const keepDeletedBlobs: RunbookStep = {
  id: 'keep-deleted-blobs',
  phase: 'prevent',
  title: 'Keep deleted blobs for two weeks',
  instruction: 'Soft delete lets you take back what an attacker or a mistake deletes or overwrites.',
  mandatory: false,
  risk: 'low',
  command: {
    tool: 'az',
    args: [
      ...['storage', 'account', 'blob-service-properties', 'update', '--account-name={storageName}'],
      ...['--resource-group={storageGroup}', '--enable-delete-retention=true', '--delete-retention-days=14'],
    ],
    changes: 'Deleted blobs are kept, and paid for, for 14 days.',
  },
  verify: {
    resource: '{storage}/blobServices/default',
    apiVersion: storageApi,
    property: 'properties.deleteRetentionPolicy.enabled',
    expect: { equals: true },
  },
};

/** One container, where the others of the account have to stay public. */
export const closeContainer: RunbookStep = {
  id: 'close-container',
  phase: 'contain',
  title: 'Make the container private',
  instruction:
    'Takes anonymous access from this container and leaves the others of the account alone. Note first which level it has, since undoing gives back the level "blob" only.',
  mandatory: true,
  risk: 'medium',
  command: {
    tool: 'az',
    args: [
      ...['storage', 'container-rm', 'update', '--name={container}', '--storage-account={storageName}'],
      ...['--resource-group={storageGroup}', '--public-access=off'],
    ],
    changes: 'Nobody reads this container without signing in, a key or a signature.',
  },
  whatIf: {
    tool: 'az',
    args: [
      ...['storage', 'container-rm', 'show', '--name={container}', '--storage-account={storageName}'],
      ...['--resource-group={storageGroup}', '--query=[name,publicAccess,lastModifiedTime]'],
    ],
  },
  verify: {
    resource: '{storage}/blobServices/default/containers/{container}',
    apiVersion: storageApi,
    property: 'properties.publicAccess',
    expect: { equals: 'None' },
  },
  undo: {
    tool: 'az',
    args: [
      ...['storage', 'container-rm', 'update', '--name={container}', '--storage-account={storageName}'],
      ...['--resource-group={storageGroup}', '--public-access=blob'],
    ],
    changes: 'Everybody who knows the name of a blob reads it again; names cannot be listed.',
  },
};

/** Signatures that were made with an account's token rather than with a key. */
export const revokeDelegationKeys: RunbookStep = {
  id: 'revoke-delegation-keys',
  phase: 'contain',
  title: 'End signatures that accounts have made',
  instruction:
    'Ends all signatures that were made with Entra ID (user delegation), at once and without touching the keys. Applications make new ones as they need them; links that were handed to people stop working.',
  mandatory: false,
  risk: 'medium',
  command: {
    tool: 'az',
    args: ['storage', 'account', 'revoke-delegation-keys', ...account],
    changes: 'Every user delegation signature of the account ends. This cannot be undone.',
  },
};

/** Overwritten blobs keep their old content. */
export const keepBlobVersions: RunbookStep = {
  id: 'keep-blob-versions',
  phase: 'prevent',
  title: 'Keep older versions of blobs',
  instruction:
    'With versioning a blob that is overwritten or encrypted can be read as it was. Add a lifecycle rule that removes old versions, since each of them is paid for.',
  mandatory: false,
  risk: 'low',
  command: {
    tool: 'az',
    args: [
      ...['storage', 'account', 'blob-service-properties', 'update', '--account-name={storageName}'],
      ...['--resource-group={storageGroup}', '--enable-versioning=true'],
    ],
    changes: 'Every write keeps the version from before, which is paid for.',
  },
  verify: {
    resource: '{storage}/blobServices/default',
    apiVersion: storageApi,
    property: 'properties.isVersioningEnabled',
    expect: { equals: true },
  },
  undo: {
    tool: 'az',
    args: [
      ...['storage', 'account', 'blob-service-properties', 'update', '--account-name={storageName}'],
      ...['--resource-group={storageGroup}', '--enable-versioning=false'],
    ],
    changes: 'Writes keep no older version any more; those that exist stay.',
  },
};

/** Keys are what most leaks are about: the account may do without. */
export const showKeyAccess: RunbookStep = {
  id: 'require-entra-id',
  phase: 'prevent',
  title: 'Let applications sign in instead of holding keys',
  instruction:
    'Give applications managed identities with roles for data, limit the account to networks that need it, and then forbid shared keys for good. The command shows how far the account is from that.',
  mandatory: true,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      'storage',
      'account',
      'show',
      ...account,
      '--query=[allowSharedKeyAccess,publicNetworkAccess,networkRuleSet.defaultAction]',
    ],
  },
};

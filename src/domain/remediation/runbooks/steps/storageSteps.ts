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

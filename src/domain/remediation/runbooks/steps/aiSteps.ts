import type { RunbookStep } from '../runbook.ts';

const cognitiveApi = '2023-05-01';
const account = ['--resource-group={aiAccountGroup}', '--name={aiAccountName}'] as const;
const asResource = [...account, '--resource-type=Microsoft.CognitiveServices/accounts'] as const;

/** One of the two keys of an Azure AI account. */
export function regenerateAiKey(key: 'key1' | 'key2'): RunbookStep {
  return {
    id: `regenerate-${key}`,
    phase: 'eradicate',
    title: `Make a new ${key}`,
    instruction: `A key that leaked lets anybody use, and pay with, the models of the account. Move applications to the other key first, then make a new ${key}.`,
    mandatory: true,
    risk: 'high',
    command: {
      tool: 'az',
      args: ['cognitiveservices', 'account', 'keys', 'regenerate', ...account, `--key-name=${key}`, '--output=none'],
      changes: `The key ${key} becomes another one. Whatever uses the old one loses access. This cannot be undone.`,
    },
  };
}

/** No keys at all: Entra ID only. */
export const forbidAiKeys: RunbookStep = {
  id: 'forbid-ai-keys',
  phase: 'prevent',
  title: 'Forbid access with keys',
  instruction:
    'Once applications sign in with managed identities, forbid keys. What is left is accounts and applications with roles, which can be disabled one by one.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['resource', 'update', ...asResource, '--set=properties.disableLocalAuth=true'],
    changes: 'Requests with a key are refused.',
  },
  verify: {
    resource: '{aiAccount}',
    apiVersion: cognitiveApi,
    property: 'properties.disableLocalAuth',
    expect: { equals: true },
  },
  undo: {
    tool: 'az',
    args: ['resource', 'update', ...asResource, '--set=properties.disableLocalAuth=false'],
    changes: 'Keys are accepted again.',
  },
};

/** Private networks only. */
export const closeAiAccount: RunbookStep = {
  id: 'close-ai-account',
  phase: 'contain',
  title: 'Close the account to public networks',
  instruction:
    'Refuses every request that does not come over a private endpoint. Applications that use the public address lose it: make sure of yours first.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['resource', 'update', ...asResource, '--set=properties.publicNetworkAccess=Disabled'],
    changes: 'The models of the account are reached over private endpoints only.',
  },
  verify: {
    resource: '{aiAccount}',
    apiVersion: cognitiveApi,
    property: 'properties.publicNetworkAccess',
    expect: { equals: 'Disabled' },
  },
  undo: {
    tool: 'az',
    args: ['resource', 'update', ...asResource, '--set=properties.publicNetworkAccess=Enabled'],
    changes: 'Public networks reach the account again.',
  },
};

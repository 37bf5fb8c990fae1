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

/** What was asked, and answered. */
export const readPrompts: RunbookStep = {
  id: 'read-prompts',
  phase: 'triage',
  title: 'Read the prompts and the answers',
  instruction:
    'Open the evidence of the alert and the trace of your application for the same request: what came in, where it came from (user, document, web page, tool), and what the model answered. A prompt that was blocked is an attempt; an answer that follows it is the incident. The text is hostile: read it as text, and follow no link in it.',
  mandatory: true,
  risk: 'none',
};

/** Which models there are, and what is paid for them. */
export const listModelDeployments: RunbookStep = {
  id: 'list-model-deployments',
  phase: 'triage',
  title: 'List the models of the account',
  instruction:
    'Lists the deployments with model, capacity and content filter. One that nobody of your team made, or one without a filter, is where to look first.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['cognitiveservices', 'account', 'deployment', 'list', ...account],
      ...['--query=[].[name,properties.model.name,sku.capacity,properties.raiPolicyName]', '--output=table'],
    ],
  },
};

/** Hour by hour, in tokens. */
export const readTokenUse: RunbookStep = {
  id: 'read-token-use',
  phase: 'triage',
  title: 'See how many tokens were used, hour by hour',
  instruction:
    'Lists the tokens that the models of the account processed since the week before. The hour at which the line leaves its usual height is when it began; multiply by the price of the model to know what it costs.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['monitor', 'metrics', 'list', '--resource={aiAccount}', '--metrics=TokenTransaction', '--aggregation=Total'],
      ...['--interval=PT1H', '--start-time={weekBefore}', '--output=table'],
    ],
  },
};

/** Whether requests are written down at all, and where. */
export const readAiLog: RunbookStep = {
  id: 'read-ai-log',
  phase: 'triage',
  title: 'Find out who called, and with what',
  instruction:
    'Shows where the account sends its logs. In that workspace the category RequestResponse holds caller address, operation, result and length of each call, and Audit the reading of keys. Calls with a key name nobody; calls with Entra ID carry an object id.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['monitor', 'diagnostic-settings', 'list', '--resource={aiAccount}'],
      '--query=[].[name,workspaceId,logs[].[category,categoryGroup,enabled]]',
    ],
  },
};

/** Who may use, or change, the models. */
export const listAiAccess: RunbookStep = {
  id: 'list-ai-access',
  phase: 'triage',
  title: 'See who may use the account',
  instruction:
    'Lists the roles on the account, those from above included. Contributor and above can read its keys; Cognitive Services OpenAI Contributor can deploy models. Ask about every name that you do not know.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--scope={aiAccount}', '--include-inherited'],
      ...['--query=[].[principalName,principalType,roleDefinitionName,scope]', '--output=table'],
    ],
  },
};

/** What an agent can do with the identity of its account. */
export const listAiRoles: RunbookStep = {
  id: 'list-ai-roles',
  phase: 'triage',
  title: 'See what the identity of the account may do',
  instruction:
    'An agent that was talked into something acts with the rights that it was given. Lists the roles of the managed identity of the account; look at the connections and tools of the agent as well, which carry their own credentials.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--assignee={aiAccountIdentity}', '--all', '--include-inherited'],
      ...['--query=[].[roleDefinitionName,scope]', '--output=table'],
    ],
  },
};

/** Shields against jailbreaks and hidden instructions are part of a content filter. */
export const checkContentFilters: RunbookStep = {
  id: 'check-content-filters',
  phase: 'prevent',
  title: 'Let the content filter block, and not only note',
  instruction:
    'Shows which content filter each deployment uses. Open that filter in the portal of Azure AI: the shields against jailbreaks and against indirect attacks have to be on and set to block, for prompts as well as answers. One that only annotates lets the prompt through and leaves the decision to your code.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['cognitiveservices', 'account', 'deployment', 'list', ...account],
      ...['--query=[].[name,properties.model.name,properties.raiPolicyName]', '--output=table'],
    ],
  },
};

/** The application knows who talks; the account often sees the application alone. */
export const stopAiUser: RunbookStep = {
  id: 'stop-ai-user',
  phase: 'contain',
  title: 'Stop the user or the session in the application',
  instruction:
    'Block the user, key or session of the application from which the prompt came, and end the conversation so that its history is used no more. The account itself sees only your application: blocking there would stop everybody. If you cannot tell users apart, send their id with each request from now on.',
  mandatory: true,
  risk: 'medium',
};

/** What the model may do on its own is what an attacker gets. */
export const limitTools: RunbookStep = {
  id: 'limit-tools',
  phase: 'prevent',
  title: 'Give the model less to reach for',
  instruction:
    'Take away tools, data sources and rights that the task does not need, let tools act with the rights of the user who asks, and ask a person before anything is sent, paid, changed or deleted. Treat what comes back from the model like input of a stranger: no HTML, query or command is made of it unchecked.',
  mandatory: false,
  risk: 'medium',
};

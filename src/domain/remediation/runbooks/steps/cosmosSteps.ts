import type { RunbookStep } from '../runbook.ts';

const cosmosApi = '2023-11-15';
const account = ['--resource-group={cosmosGroup}', '--name={cosmosName}'] as const;

/** Requests with caller, address and kind of sign-in. */
export const readCosmosLogs: RunbookStep = {
  id: 'read-cosmos-logs',
  phase: 'triage',
  title: 'Read what was asked of the account',
  instruction:
    'In the logs of the account (DataPlaneRequests) look at operations, collections and client addresses around the time of the alert, and at whether a key or a token was used. A key names nobody: then the address and the user agent are all there is. The command shows where the logs go; without any only metrics are left.',
  mandatory: true,
  risk: 'none',
  command: { tool: 'az', args: ['monitor', 'diagnostic-settings', 'list', '--resource={cosmos}'] },
};

/** From where, and with what, the account can be reached. */
export const showCosmosDoors: RunbookStep = {
  id: 'show-cosmos-doors',
  phase: 'triage',
  title: 'See from where the account can be reached',
  instruction:
    'Shows whether the public network is on, which addresses are named, and whether keys are accepted. No address and a public network means the whole internet; 0.0.0.0 means all of Azure, other customers included.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      'cosmosdb',
      'show',
      ...account,
      '--query=[publicNetworkAccess,ipRules,isVirtualNetworkFilterEnabled,disableLocalAuth]',
    ],
  },
};

/** Keys are the account's single point of failure. */
export const forbidCosmosKeys: RunbookStep = {
  id: 'forbid-cosmos-keys',
  phase: 'prevent',
  title: 'Forbid access with keys',
  instruction:
    'Once applications sign in with managed identities and roles for data, refuse keys altogether: then a key that leaks opens nothing. It holds for the API for NoSQL; other APIs still need keys.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: [
      ...['resource', 'update', ...account, '--resource-type=Microsoft.DocumentDB/databaseAccounts'],
      '--set=properties.disableLocalAuth=true',
    ],
    changes: 'Requests with a key of the account are refused.',
  },
  whatIf: { tool: 'az', args: ['cosmosdb', 'show', ...account, '--query=disableLocalAuth'] },
  verify: {
    resource: '{cosmos}',
    apiVersion: cosmosApi,
    property: 'properties.disableLocalAuth',
    expect: { equals: true },
  },
  undo: {
    tool: 'az',
    args: [
      ...['resource', 'update', ...account, '--resource-type=Microsoft.DocumentDB/databaseAccounts'],
      '--set=properties.disableLocalAuth=false',
    ],
    changes: 'Keys are accepted again.',
  },
};

/** How much was read, where no log says so. */
export const measureCosmosRequests: RunbookStep = {
  id: 'measure-cosmos-requests',
  phase: 'triage',
  title: 'Measure how much was asked for',
  instruction:
    'Shows the requests of each hour since the day before. The height of the peak against other days says whether a few documents or whole collections were read; this is known even where no logs were kept.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['monitor', 'metrics', 'list', '--resource={cosmos}', '--metrics=TotalRequests', '--aggregation=Count'],
      ...['--interval=PT1H', '--start-time={dayBefore}', '--output=table'],
    ],
  },
};

/** Who may read data by a role of Cosmos DB itself; Azure's own list does not show these. */
export const listCosmosRoles: RunbookStep = {
  id: 'list-cosmos-roles',
  phase: 'triage',
  title: 'See who may read the data by a role',
  instruction:
    'Lists the data roles of the account, which the access control page does not show. A principal that you cannot name is a foothold. Whoever may list keys in Azure needs no such role.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['cosmosdb', 'sql', 'role', 'assignment', 'list', '--resource-group={cosmosGroup}'],
      ...['--account-name={cosmosName}', '--query=[].[principalId,roleDefinitionId,scope]', '--output=table'],
    ],
  },
};

import type { RunbookStep } from '../runbook.ts';

const sqlApi = '2021-11-01';
const cosmosApi = '2023-11-15';
const server = ['--resource-group={sqlServerGroup}', '--name={sqlServerName}'] as const;
const cosmosAccount = ['--resource-group={cosmosGroup}', '--name={cosmosName}'] as const;

/** From where the server can be reached. */
export const listSqlFirewallRules: RunbookStep = {
  id: 'list-sql-firewall-rules',
  phase: 'triage',
  title: 'See from where the server can be reached',
  instruction:
    'Lists the firewall rules. 0.0.0.0 to 255.255.255.255 lets the whole internet in, and 0.0.0.0 to 0.0.0.0 all of Azure, other customers included.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['sql', 'server', 'firewall-rule', 'list', '--resource-group={sqlServerGroup}', '--server={sqlServerName}'],
      '--output=table',
    ],
  },
};

/** Private networks only. */
export const closeSqlServer: RunbookStep = {
  id: 'close-sql-server',
  phase: 'contain',
  title: 'Close the server to public networks',
  instruction:
    'Refuses every connection that does not come over a private endpoint. Applications that reach the server over its public address lose it: make sure of yours first.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['sql', 'server', 'update', ...server, '--enable-public-network=false'],
    changes: 'The server is reached over private endpoints only.',
  },
  verify: {
    resource: '{sqlServer}',
    apiVersion: sqlApi,
    property: 'properties.publicNetworkAccess',
    expect: { equals: 'Disabled' },
  },
  undo: {
    tool: 'az',
    args: ['sql', 'server', 'update', ...server, '--enable-public-network=true'],
    changes: 'The firewall rules decide again who reaches the server.',
  },
};

/** One of the keys of a Cosmos DB account. */
export function regenerateCosmosKey(kind: 'primary' | 'secondary'): RunbookStep {
  return {
    id: `regenerate-${kind}-key`,
    phase: 'eradicate',
    title: `Make a new ${kind} key`,
    instruction: `Whoever has a key reads and writes everything in the account. Move applications to the other key first, then make a new ${kind} one.`,
    mandatory: true,
    risk: 'high',
    command: {
      tool: 'az',
      args: ['cosmosdb', 'keys', 'regenerate', ...cosmosAccount, `--key-kind=${kind}`],
      changes: `The ${kind} key becomes another one. Whatever uses the old one loses access. This cannot be undone.`,
    },
  };
}

/** Private networks only. */
export const closeCosmosAccount: RunbookStep = {
  id: 'close-cosmos-account',
  phase: 'contain',
  title: 'Close the account to public networks',
  instruction:
    'Refuses every connection that does not come over a private endpoint. Applications that use the public address lose it: make sure of yours first.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['cosmosdb', 'update', ...cosmosAccount, '--enable-public-network=false'],
    changes: 'The account is reached over private endpoints only.',
  },
  verify: {
    resource: '{cosmos}',
    apiVersion: cosmosApi,
    property: 'properties.publicNetworkAccess',
    expect: { equals: 'Disabled' },
  },
  undo: {
    tool: 'az',
    args: ['cosmosdb', 'update', ...cosmosAccount, '--enable-public-network=true'],
    changes: 'Public networks reach the account again, as far as its firewall allows.',
  },
};

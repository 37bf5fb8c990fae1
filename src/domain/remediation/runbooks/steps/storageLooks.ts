import type { RunbookStep } from '../runbook.ts';

/** What the storage logs hold of the alert, and how the caller was authenticated: everything else follows from it. */
export const readStorageLogs: RunbookStep = {
  id: 'read-storage-logs',
  phase: 'triage',
  title: 'Read what was read and written',
  instruction:
    'Look at the storage logs around the time of the alert: operations, containers, and the type of authentication. AccountKey or SAS means that a secret leaked, OAuth that an account or application was used, Anonymous that the container is public. The command shows where the logs go; without any only the metrics and the alert itself are left.',
  mandatory: true,
  risk: 'none',
  command: {
    tool: 'az',
    args: ['monitor', 'diagnostic-settings', 'list', '--resource={storage}/blobServices/default'],
  },
};

/** Which containers anybody can read. */
export const listPublicContainers: RunbookStep = {
  id: 'list-public-containers',
  phase: 'triage',
  title: 'List which containers are public',
  instruction:
    'Lists the containers with their access level. "Blob" lets everybody read what they know the name of, "Container" lets them list the names as well. Compare with what the owner means to publish.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['storage', 'container-rm', 'list', '--storage-account={storageName}', '--resource-group={storageGroup}'],
      ...['--query=[].[name,publicAccess,lastModifiedTime]', '--output=table'],
    ],
  },
};

/** How much left, hour by hour. */
export const measureEgress: RunbookStep = {
  id: 'measure-egress',
  phase: 'triage',
  title: 'Measure how much data left the account',
  instruction:
    'Shows the bytes that left the account in each hour since the day before. The height of the peak against other hours says whether a sample or the whole was copied; this is known even where no logs were kept.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['monitor', 'metrics', 'list', '--resource={storage}', '--metrics=Egress', '--aggregation=Total'],
      ...['--interval=PT1H', '--start-time={dayBefore}', '--output=table'],
    ],
  },
};

/** Who may reach the data by a role. */
export const listStorageRoles: RunbookStep = {
  id: 'list-storage-roles',
  phase: 'triage',
  title: 'See who may reach the data by a role',
  instruction:
    'Lists the roles that reach this account. Besides the data roles, whoever may list its keys (Owner, Contributor, Storage Account Contributor) can read everything in it.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--scope={storage}', '--include-inherited'],
      ...['--query=[].[createdOn,principalName,principalType,roleDefinitionName]', '--output=table'],
    ],
  },
};

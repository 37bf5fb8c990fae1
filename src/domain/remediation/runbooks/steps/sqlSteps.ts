import type { RunbookStep } from '../runbook.ts';

const sqlApi = '2021-11-01';
const server = ['--resource-group={sqlServerGroup}', '--name={sqlServerName}'] as const;
const azureRule = [
  ...['--resource-group={sqlServerGroup}', '--server={sqlServerName}', '--name=AllowAllWindowsAzureIps'],
] as const;

/** Whether there is anything to read. */
export const readSqlAudit: RunbookStep = {
  id: 'read-sql-audit',
  phase: 'triage',
  title: 'Read who signed in and what they asked',
  instruction:
    'In the audit log look at sign-ins and statements of the account and address of the alert, an hour before and until now: failed against successful ones, bulk reads, new users, changed rights. The command shows whether auditing is on and where it goes; where it is off, turn it on now, since the attacker may come back.',
  mandatory: true,
  risk: 'none',
  command: {
    tool: 'az',
    args: ['sql', 'server', 'audit-policy', 'show', '--resource-group={sqlServerGroup}', '--name={sqlServerName}'],
  },
};

/** The strongest accounts of the server. */
export const listSqlAdministrators: RunbookStep = {
  id: 'list-sql-administrators',
  phase: 'triage',
  title: 'See who administers the server',
  instruction:
    'Lists the administrator from Entra ID. Besides it there is the SQL administrator that was named when the server was made: it is in no log of the directory, is often shared, and its password is what guessing is about.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['sql', 'server', 'ad-admin', 'list', '--resource-group={sqlServerGroup}', '--server={sqlServerName}'],
      ...['--query=[].[login,sid,azureAdOnlyAuthentication]', '--output=table'],
    ],
  },
};

/** The rule that the portal calls "Allow Azure services": it lets in machines of every customer. */
export const removeAzureServicesRule: RunbookStep = {
  id: 'remove-azure-services-rule',
  phase: 'contain',
  title: 'Stop letting in all of Azure',
  instruction:
    'Removes the firewall rule that lets in every machine in Azure, other customers included: an attacker rents one and is inside. Your own services that came in through it lose access, so give them a network rule or a private endpoint first. Where there is no such rule nothing happens.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['sql', 'server', 'firewall-rule', 'delete', ...azureRule],
    changes: 'Services in Azure that no other rule names are refused.',
  },
  whatIf: {
    tool: 'az',
    args: [
      ...['sql', 'server', 'firewall-rule', 'list', '--resource-group={sqlServerGroup}', '--server={sqlServerName}'],
      '--output=table',
    ],
  },
  verify: {
    resource: '{sqlServer}/firewallRules/AllowAllWindowsAzureIps',
    apiVersion: sqlApi,
    property: 'id',
    expect: { gone: true },
  },
  undo: {
    tool: 'az',
    args: [
      ...['sql', 'server', 'firewall-rule', 'create', ...azureRule],
      ...['--start-ip-address=0.0.0.0', '--end-ip-address=0.0.0.0'],
    ],
    changes: 'All of Azure reaches the server again, other customers included.',
  },
};

/** Passwords of SQL cannot be guessed where there are none. */
export const requireEntraSignIn: RunbookStep = {
  id: 'require-entra-sign-in',
  phase: 'prevent',
  title: 'Refuse SQL passwords altogether',
  instruction:
    'Lets people and applications sign in with Entra ID only. Name an administrator from Entra ID and move applications to managed identities first: connection strings with a password stop working at once.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['sql', 'server', 'ad-only-auth', 'enable', ...server],
    changes: 'Sign-ins with a SQL user and password are refused, those of the administrator included.',
  },
  whatIf: {
    tool: 'az',
    args: [
      ...['sql', 'server', 'ad-admin', 'list', '--resource-group={sqlServerGroup}', '--server={sqlServerName}'],
      ...['--query=[].[login,azureAdOnlyAuthentication]', '--output=table'],
    ],
  },
  verify: {
    resource: '{sqlServer}/azureADOnlyAuthentications/Default',
    apiVersion: sqlApi,
    property: 'properties.azureADOnlyAuthentication',
    expect: { equals: true },
  },
  undo: {
    tool: 'az',
    args: ['sql', 'server', 'ad-only-auth', 'disable', ...server],
    changes: 'Sign-ins with SQL passwords are accepted again.',
  },
};

/** What may have been read: the columns that somebody marked. */
export const listSensitiveColumns: RunbookStep = {
  id: 'list-sensitive-columns',
  phase: 'recover',
  title: 'See which sensitive data the database holds',
  instruction:
    'Lists the columns that are classified, with label and kind of information. Compare with the statements that ran: it says what was disclosed, and whether people or authorities have to be told. An empty list means that nobody has classified anything, not that there is nothing.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['sql', 'db', 'classification', 'list', '--resource-group={sqlDatabaseGroup}', '--server={sqlDatabaseParent}'],
      ...['--name={sqlDatabaseName}', '--query=[].[labelName,informationType,id]', '--output=table'],
    ],
  },
};

/** To compare with, and to take back from. The database itself goes on. */
export const restoreDatabaseCopy: RunbookStep = {
  id: 'restore-database-copy',
  phase: 'recover',
  title: 'Restore a copy from before the activity',
  instruction:
    'Makes a second database with the content of an hour before the activity. Compare tables, users, triggers and jobs with it, and take back what was changed. It takes minutes to hours; the database in use is not touched.',
  mandatory: false,
  risk: 'low',
  command: {
    tool: 'az',
    args: [
      ...['sql', 'db', 'restore', '--resource-group={sqlDatabaseGroup}', '--server={sqlDatabaseParent}'],
      ...['--name={sqlDatabaseName}', '--dest-name=incident-{sqlDatabaseName}', '--time={hourBefore}'],
    ],
    changes: 'Creates a database beside the one in use. It costs as much until it is deleted.',
  },
  undo: {
    tool: 'az',
    args: [
      ...['sql', 'db', 'delete', '--resource-group={sqlDatabaseGroup}', '--server={sqlDatabaseParent}'],
      ...['--name=incident-{sqlDatabaseName}', '--yes'],
    ],
    changes: 'Deletes the copy.',
  },
};

/** A password that was guessed or a session that is open. */
export const lockSqlAccount: RunbookStep = {
  id: 'lock-sql-account',
  phase: 'contain',
  title: 'Lock the account and end its sessions',
  instruction:
    'Disable the login (ALTER LOGIN … DISABLE, or REVOKE CONNECT of a user in the database), then end its sessions with KILL: a disabled login keeps the sessions that are open. For the account of an application give it a new password instead, and change the connection string in the same hour.',
  mandatory: true,
  risk: 'high',
};

/** What an intruder leaves in a database. */
export const removeSqlFootholds: RunbookStep = {
  id: 'remove-sql-footholds',
  phase: 'eradicate',
  title: 'Remove what was left in the database',
  instruction:
    'Look for logins and users made since, members of db_owner and server roles, triggers, procedures, jobs, linked servers and assemblies that nobody accounts for, and drop them after a copy. Change passwords and keys that are stored in tables the intruder could read.',
  mandatory: true,
  risk: 'medium',
};

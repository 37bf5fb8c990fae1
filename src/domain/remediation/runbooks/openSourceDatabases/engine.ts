import type { RunbookStep } from '../runbook.ts';

/** A database engine: what its alerts and the parameters of its server are called, and the steps that it has. */
export interface Engine {
  /** "postgresql": a part of the ids of its runbooks. */
  readonly id: string;
  readonly label: string;
  /** How its alert types begin. MariaDB has no servers in Azure any more; what is left of its alerts is read as MySQL. */
  readonly types: readonly string[];
  readonly listRules: RunbookStep;
  readonly stopServer: RunbookStep;
  readonly restoreCopy: RunbookStep;
  /** What makes guessing harder, in its own way. */
  readonly hardening: readonly RunbookStep[];
  /** How to lock a user and end its sessions, in the words of the engine. */
  readonly lockUser: string;
}

/** The alert types of one kind. */
export function typesOf({ types }: Engine, kind: string): readonly string[] {
  return types.map((type) => `SQL.${type}_${kind}`);
}

/** Both servers have the same commands under another name. */
function commonSteps(
  tool: 'postgres' | 'mysql',
  apiVersion: string,
): Pick<Engine, 'listRules' | 'stopServer' | 'restoreCopy'> {
  const group = `--resource-group={${tool}Group}`;
  const server = [group, `--name={${tool}Name}`] as const;
  const copy = [group, `--name=incident-{${tool}Name}`] as const;
  return {
    listRules: {
      id: 'list-firewall-rules',
      phase: 'triage',
      title: 'See from where the server can be reached',
      instruction:
        'Lists the firewall rules. 0.0.0.0 to 255.255.255.255 lets the whole internet in, and 0.0.0.0 to 0.0.0.0 all of Azure, other customers included. A server in a virtual network has none: then the client came from inside.',
      mandatory: false,
      risk: 'none',
      command: { tool: 'az', args: [tool, 'flexible-server', 'firewall-rule', 'list', ...server, '--output=table'] },
    },
    stopServer: {
      id: 'stop-server',
      phase: 'contain',
      title: 'Stop the server',
      instruction:
        'Stops the server where an intruder is in it and nothing gentler is quick enough. Applications lose their database. Azure starts it again by itself after a week; a server with high availability or replicas cannot be stopped.',
      mandatory: false,
      risk: 'high',
      command: {
        tool: 'az',
        args: [tool, 'flexible-server', 'stop', ...server],
        changes: 'The database is down until the server is started again.',
      },
      verify: { resource: `{${tool}}`, apiVersion, property: 'properties.state', expect: { equals: 'Stopped' } },
      undo: {
        tool: 'az',
        args: [tool, 'flexible-server', 'start', ...server],
        changes: 'Starts the server with the same users and rules as before.',
      },
    },
    restoreCopy: {
      id: 'restore-copy',
      phase: 'recover',
      title: 'Restore a copy from before the activity',
      instruction:
        'Makes a second server with the content of an hour before the activity. Compare tables, users and functions with it, and take back what was changed. The server in use is not touched.',
      mandatory: false,
      risk: 'low',
      command: {
        tool: 'az',
        args: [
          ...[tool, 'flexible-server', 'restore', ...copy],
          ...[`--source-server={${tool}Name}`, '--restore-time={hourBefore}'],
        ],
        changes: 'Creates a server beside the one in use. It costs as much until it is deleted.',
      },
      undo: {
        tool: 'az',
        args: [tool, 'flexible-server', 'delete', ...copy, '--yes'],
        changes: 'Deletes the copy.',
      },
    },
  };
}

const postgresApi = '2022-12-01';
const postgresServer = ['--resource-group={postgresGroup}', '--name={postgresName}'] as const;
const postgresThrottle = [
  ...['--resource-group={postgresGroup}', '--server-name={postgresName}', '--name=connection_throttle.enable'],
] as const;

export const postgres: Engine = {
  id: 'postgresql',
  label: 'PostgreSQL',
  types: ['PostgreSQL'],
  ...commonSteps('postgres', postgresApi),
  hardening: [
    {
      id: 'throttle-failed-sign-ins',
      phase: 'prevent',
      title: 'Slow down addresses that guess passwords',
      instruction:
        'Lets the server refuse an address for a while after too many wrong passwords. Applications behind one address with a wrong password lock each other out, so correct those first.',
      mandatory: false,
      risk: 'low',
      command: {
        tool: 'az',
        args: ['postgres', 'flexible-server', 'parameter', 'set', ...postgresThrottle, '--value=on'],
        changes: 'Addresses with many failed sign-ins are refused for a while.',
      },
      whatIf: { tool: 'az', args: ['postgres', 'flexible-server', 'parameter', 'show', ...postgresThrottle] },
      undo: {
        tool: 'az',
        args: ['postgres', 'flexible-server', 'parameter', 'set', ...postgresThrottle, '--value=off'],
        changes: 'Failed sign-ins are no longer slowed down.',
      },
    },
    {
      id: 'forbid-passwords',
      phase: 'prevent',
      title: 'Refuse passwords altogether',
      instruction:
        'Lets people and applications sign in with Entra ID only. Turn on Entra ID for the server, name an administrator there and move applications to managed identities first: connection strings with a password stop working.',
      mandatory: false,
      risk: 'high',
      command: {
        tool: 'az',
        args: ['postgres', 'flexible-server', 'update', ...postgresServer, '--password-auth=Disabled'],
        changes: 'Sign-ins with a password are refused, those of the administrator included.',
      },
      whatIf: { tool: 'az', args: ['postgres', 'flexible-server', 'show', ...postgresServer, '--query=authConfig'] },
      verify: {
        resource: '{postgres}',
        apiVersion: postgresApi,
        property: 'properties.authConfig.passwordAuth',
        expect: { equals: 'Disabled' },
      },
      undo: {
        tool: 'az',
        args: ['postgres', 'flexible-server', 'update', ...postgresServer, '--password-auth=Enabled'],
        changes: 'Sign-ins with a password are accepted again.',
      },
    },
  ],
  lockUser:
    'Take the right to sign in (ALTER ROLE … NOLOGIN), then end the open sessions with pg_terminate_backend for that user in pg_stat_activity: they go on otherwise.',
};

const mysqlAudit = [
  ...['--resource-group={mysqlGroup}', '--server-name={mysqlName}', '--name=audit_log_enabled'],
] as const;

export const mysql: Engine = {
  id: 'mysql',
  label: 'MySQL',
  types: ['MySQL', 'MariaDB'],
  ...commonSteps('mysql', '2021-05-01'),
  hardening: [
    {
      id: 'turn-on-audit-log',
      phase: 'prevent',
      title: 'Log who signs in',
      instruction:
        'Turns on the audit log, which writes sign-ins, failed ones included. Send MySqlAuditLogs to a workspace in the diagnostic settings, or the log stays on the server for a short time only.',
      mandatory: false,
      risk: 'low',
      command: {
        tool: 'az',
        args: ['mysql', 'flexible-server', 'parameter', 'set', ...mysqlAudit, '--value=ON'],
        changes: 'The server writes an audit log, which costs a little of its speed.',
      },
      whatIf: { tool: 'az', args: ['mysql', 'flexible-server', 'parameter', 'show', ...mysqlAudit] },
      undo: {
        tool: 'az',
        args: ['mysql', 'flexible-server', 'parameter', 'set', ...mysqlAudit, '--value=OFF'],
        changes: 'The server writes no audit log any more.',
      },
    },
  ],
  lockUser:
    'Lock the user (ALTER USER … ACCOUNT LOCK), then end its open sessions with KILL for each id in the process list: they go on otherwise.',
};

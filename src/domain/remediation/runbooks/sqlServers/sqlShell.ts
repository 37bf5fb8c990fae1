import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';
import { lockSqlAccount, removeSqlFootholds } from '../steps/sqlSteps.ts';
import { onMachines, onServices } from './sqlTypes.ts';

/** SQL Server started a command shell that fetched something from outside: code runs on the machine. */
export const sqlShell: Runbook = {
  id: 'sql-command-shell',
  title: 'SQL Server starts a command shell',
  alertTypes: [
    ...onMachines('ShellExternalSourceAnomaly'),
    ...onServices('ShellExternalSourceAnomaly'),
    'SQL.*_UnsafeAction',
  ],
  steps: [
    manualStep(
      'triage',
      'read-the-command',
      'Read what was started, and by which sign-in',
      'The alert holds the command line and the address that it fetched from. In the SQL audit find the session that called xp_cmdshell, an Agent job, OLE automation or an assembly: an application user means an injection, a guessed "sa" means a stolen password. Look up the address; do not open it.',
      { mandatory: true },
    ),
    snapshotOsDisk,
    confirmWithOwner(
      'Ask whether a maintenance job or a vendor product uses xp_cmdshell: old ones do, with the same command every night. One that fetches a file from the internet is not such a job.',
    ),
    isolateByNetworkRules('Outbound'),
    lockSqlAccount,
    {
      id: 'turn-off-command-shell',
      phase: 'contain',
      title: 'Turn off the ways to the command line',
      instruction:
        'As an administrator of SQL Server set xp_cmdshell, Ole Automation Procedures and clr enabled to 0 with sp_configure and RECONFIGURE, and disable foreign Agent jobs. Whoever is sysadmin can turn them on again, so the account comes first.',
      mandatory: false,
      risk: 'medium',
    },
    manualStep(
      'eradicate',
      'clean-the-machine',
      'Remove what the command brought, or rebuild the machine',
      'Look at child processes of sqlservr.exe, files in the Temp folders of the service account, tasks, services and new accounts. Where the service ran as SYSTEM or an administrator, rebuild the machine and restore the databases.',
      { mandatory: true, risk: 'high' },
    ),
    optional(removeSqlFootholds),
    manualStep(
      'recover',
      'change-service-secrets',
      'Change what the service account could read',
      'Give the service account a new password, and change linked server logins, credentials and keys in the instance. Restore databases from a backup of before the command where content or procedures were changed.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'run-sql-with-few-rights',
      'Run SQL Server with few rights and little network',
      'Use a group managed service account without administrator rights, keep xp_cmdshell off and alert on its change, disable "sa", and let the machine reach only the addresses that it needs.',
    ),
  ],
};

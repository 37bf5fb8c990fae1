import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { denyAttackerAddress, listNetworkRules } from '../steps/networkSteps.ts';
import { lockSqlAccount, removeSqlFootholds } from '../steps/sqlSteps.ts';
import { onMachines } from './sqlTypes.ts';

/** Guessing, an attack tool or a bad address at a SQL Server on a machine: the network of the machine is what stops it. */
export const sqlOnMachineAttack: Runbook = {
  id: 'sql-on-machine-attack',
  title: 'Attack on SQL Server on a machine',
  alertTypes: [...onMachines('BruteForce'), ...onMachines('HarmfulApplication'), ...onMachines('SuspiciousIpAnomaly')],
  steps: [
    manualStep(
      'triage',
      'tell-success-from-failure',
      'Find out whether a sign-in succeeded',
      'In the error log of SQL Server and the Windows application log compare event 18456 (failed) with 18453 and 18454 (successful) by user and address. Successes are logged only if auditing of both is on; where it is not, take a long-open session from that address in sys.dm_exec_sessions as one. A success of "sa" is the whole machine.',
      { mandatory: true },
    ),
    listNetworkRules,
    confirmWithOwner(
      'Ask whether the address belongs to an application with an old password, a partner or a test, and whether port 1433 has to be open to it at all.',
    ),
    denyAttackerAddress,
    {
      ...lockSqlAccount,
      instruction:
        'Where a sign-in succeeded: disable the login (ALTER LOGIN … DISABLE), end its sessions with KILL, and look at what it ran. Disable "sa" in any case and give the names that were tried new passwords. The account of an application gets a new password and stays.',
    },
    optional(removeSqlFootholds),
    manualStep(
      'recover',
      'check-the-machine',
      'Check whether the machine was entered',
      'With sysadmin rights an attacker turns on xp_cmdshell and leaves the database. Look for that change in the error log, for processes below sqlservr.exe and for new Windows accounts. Any of them: treat the machine as taken over.',
      { mandatory: true },
    ),
    manualStep(
      'prevent',
      'close-the-sql-port',
      'Close the SQL port to the internet',
      'Remove rules that let the internet reach port 1433 and the Browser service on UDP 1434, and connect over private networks. Use Windows or Entra sign-in only (no mixed mode), and audit successful and failed sign-ins.',
    ),
  ],
};

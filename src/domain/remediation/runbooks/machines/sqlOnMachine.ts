import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { changeMachineSecrets, closeWaysIn, seeBackups } from '../steps/machineCare.ts';
import { windowsAccounts, windowsConnections, windowsStartups } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAttackerAddress } from '../steps/networkSteps.ts';

/** SQL Server on a machine runs commands of the system. */
export const sqlOnMachine: Runbook = {
  id: 'machine-sql-activity',
  title: 'Malicious activity through SQL Server on a machine',
  alertTypes: [],
  alertNames: ['Malicious SQL activity', 'Suspicious SQL activity'],
  steps: [
    manualStep(
      'triage',
      'find-the-sign-in-behind-it',
      'Find the sign-in and the statement behind it',
      'The alert names the account and the command that sqlservr started. Look in the error log of SQL Server for sign-ins before it ("Login failed" many times, then "succeeded" for sa), and for "xp_cmdshell", "Ole Automation Procedures" or "clr enabled" changed from 0 to 1. A web application as the account means SQL injection.',
      { mandatory: true },
    ),
    windowsConnections,
    windowsAccounts,
    windowsStartups,
    confirmWithOwner('Ask whether jobs of the SQL Agent or scripts of the database team start programs by design.'),
    { ...denyAttackerAddress, mandatory: false },
    manualStep(
      'contain',
      'disable-the-command-path',
      'Turn off the way from SQL to the system',
      'Run "sp_configure" for xp_cmdshell, Ole Automation Procedures and external scripts back to 0, disable the sign-in that was used (sa first), and end its sessions with KILL. End the programs that sqlservr started.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'remove-hooks-in-sql',
      'Remove hooks inside SQL Server',
      'Look for new sign-ins and members of sysadmin, jobs of the Agent, startup procedures ("is_auto_executed"), assemblies, triggers at sign-in and linked servers: miners and ransomware use all of these to return. The account of the service should have no rights beyond its folders; if it is an administrator, so was the attacker.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    seeBackups,
    closeWaysIn,
    manualStep(
      'prevent',
      'harden-sql-server',
      'Let SQL Server do less',
      'Use Windows or Entra sign-in only, disable sa, run the service as a virtual account, and turn on Defender for SQL servers on machines with vulnerability assessment. Write queries of the application with parameters.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { listSensitiveColumns, readSqlAudit, removeSqlFootholds, restoreDatabaseCopy } from '../steps/sqlSteps.ts';
import { onMachines, onServices } from './sqlTypes.ts';

/** Somebody writes SQL through the application. */
export const sqlInjection: Runbook = {
  id: 'sql-injection',
  title: 'SQL injection through an application',
  alertTypes: [...onServices('PotentialSqlInjection'), ...onMachines('PotentialSqlInjection')],
  steps: [
    {
      ...readSqlAudit,
      instruction:
        'Look at the statement in the alert: UNION SELECT, a condition that is always true, WAITFOR or a comment sign in a value show that foreign text became SQL. Then follow the same session in the audit log: errors only are attempts, results with many rows are a theft, writes or xp_cmdshell more than that. SQL Server on a machine keeps its audit there.',
    },
    confirmWithOwner(
      'Ask the developers which page builds this statement, and your security team whether a scanner runs. The client address is your own web server: the attacker stands in its request log at the same second.',
    ),
    manualStep(
      'contain',
      'block-the-request',
      'Block the request in front of the application',
      'Find the page and parameter in the log of the web server, refuse them in the web application firewall (mode "prevention"), or take the page out of service. Blocking the attacker alone helps for minutes; blocking the web server in the database takes down the application.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'contain',
      'take-rights-from-the-application',
      'Take from the application what it does not need',
      'Look at the rights of its database user: db_owner or sysadmin turns an injection into the whole server. Leave it only the procedures and tables that it uses, today rather than after the correction.',
      { risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'correct-the-statement',
      'Correct the statement in the application',
      'Use parameters in every statement and search the code for others that are put together from texts, dynamic SQL in procedures included. Deploy, then repeat the request of the attack: it has to fail.',
      { mandatory: true, risk: 'low' },
    ),
    optional(removeSqlFootholds),
    restoreDatabaseCopy,
    listSensitiveColumns,
    manualStep(
      'prevent',
      'test-for-injection',
      'Test for injection before each release',
      'Let static analysis fail the build on SQL from texts, keep the web application firewall in prevention mode, and show visitors no error texts of the database.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { closeSqlServer, listSqlFirewallRules } from '../steps/databaseSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import {
  listSensitiveColumns,
  lockSqlAccount,
  readSqlAudit,
  removeSqlFootholds,
  requireEntraSignIn,
} from '../steps/sqlSteps.ts';
import { onServices } from './sqlTypes.ts';

/** The program that signs in calls itself by the name of an attack tool. */
export const sqlHarmfulApplication: Runbook = {
  id: 'sql-harmful-application',
  title: 'Attack tool signs in to a SQL database',
  alertTypes: onServices('HarmfulApplication'),
  steps: [
    {
      ...readSqlAudit,
      instruction:
        'In the audit log find the sign-ins with this program name (application_name): failed or successful, which users, which statements. Tools for injection and for guessing passwords give their names away only when careless, so look at the same address without the name as well. The command shows whether auditing is on and where it goes.',
    },
    listSqlFirewallRules,
    confirmWithOwner(
      'Ask your security team whether a test is under way, from which address and until when. Developers do not use these programs by accident.',
    ),
    manualStep(
      'contain',
      'cut-off-the-source',
      'Cut off the source of the tool',
      'Narrow the firewall rule that lets its address in. If the address is your own application server, the tool runs there or goes through an injection in the application: isolate that server, and follow the steps for it.',
      { mandatory: true, risk: 'high' },
    ),
    lockSqlAccount,
    closeSqlServer,
    removeSqlFootholds,
    listSensitiveColumns,
    requireEntraSignIn,
  ],
};

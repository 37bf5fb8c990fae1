import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { closeSqlServer, listSqlFirewallRules } from '../steps/databaseSteps.ts';
import {
  listSensitiveColumns,
  lockSqlAccount,
  readSqlAudit,
  removeAzureServicesRule,
  removeSqlFootholds,
  requireEntraSignIn,
} from '../steps/sqlSteps.ts';

/** What holds for any alert on SQL. */
export const sqlAlert: Runbook = {
  id: 'sql-any-alert',
  title: 'Alert on a SQL database or server',
  alertTypes: [],
  generalFor: ['SqlServers'],
  steps: [
    readSqlAudit,
    readActivityLog,
    listSqlFirewallRules,
    confirmWithOwner('Ask which applications and people use the database, from where, and whether this was theirs.'),
    lockSqlAccount,
    removeAzureServicesRule,
    closeSqlServer,
    removeSqlFootholds,
    listSensitiveColumns,
    requireEntraSignIn,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { closeSqlServer, listSqlFirewallRules } from '../steps/databaseSteps.ts';
import { optional } from '../steps/manualStep.ts';
import {
  listSensitiveColumns,
  lockSqlAccount,
  readSqlAudit,
  removeAzureServicesRule,
  removeSqlFootholds,
  requireEntraSignIn,
} from '../steps/sqlSteps.ts';
import { onServices } from './sqlTypes.ts';

/** A valid sign-in from an address that is known for attacks. */
export const sqlSuspiciousAddress: Runbook = {
  id: 'sql-suspicious-address',
  title: 'SQL sign-in from a suspicious address',
  alertTypes: onServices('SuspiciousIpAnomaly'),
  steps: [
    readSqlAudit,
    {
      ...readActivityLog,
      instruction:
        'Lists what was done to the resource in Azure since the day before. Look for a firewall rule that was added for this address, and for a new administrator: then Azure was entered before the database was.',
    },
    listSqlFirewallRules,
    confirmWithOwner(
      'Ask whether the account was used from this address: by a partner, over a VPN, by a reporting service. The address has a bad name with Microsoft, so "probably ours" is no answer.',
    ),
    lockSqlAccount,
    optional(removeAzureServicesRule),
    closeSqlServer,
    removeSqlFootholds,
    listSensitiveColumns,
    requireEntraSignIn,
  ],
};

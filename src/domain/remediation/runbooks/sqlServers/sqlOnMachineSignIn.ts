import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { denyAttackerAddress, listNetworkRules } from '../steps/networkSteps.ts';
import { lockSqlAccount, removeSqlFootholds } from '../steps/sqlSteps.ts';
import { onMachines } from './sqlTypes.ts';

/** A sign-in to SQL Server on a machine that is new in place, domain or user. */
export const sqlOnMachineSignIn: Runbook = {
  id: 'sql-on-machine-unusual-sign-in',
  title: 'Unusual sign-in to SQL Server on a machine',
  alertTypes: [
    ...onMachines('DataCenterAnomaly'),
    ...onMachines('GeoAnomaly'),
    ...onMachines('PrincipalAnomaly'),
    ...onMachines('DomainAnomaly'),
  ],
  steps: [
    manualStep(
      'triage',
      'read-the-session',
      'Read what the session did',
      'Look at the user, host and program name of the session in sys.dm_exec_sessions, or in the SQL audit where it has ended: bulk reads, backups to a share, new logins, changed options. Host and program name are what the client says of itself, the address is not.',
      { mandatory: true },
    ),
    listNetworkRules,
    confirmWithOwner(
      'Ask whether an application moved, an administrator travels, or a domain was joined by a merger or a new trust. Give them user, address and program: all three have to be theirs.',
    ),
    lockSqlAccount,
    {
      ...optional(denyAttackerAddress),
      instruction:
        'Where nobody accounts for the address: adds a rule that refuses everything from it, before the rules that allow. The account stays known to the attacker, so lock that first. A shared address of a VPN or office takes honest people with it.',
    },
    optional(removeSqlFootholds),
    manualStep(
      'prevent',
      'audit-sign-ins',
      'Audit sign-ins, and give each a login of their own',
      'Audit successful sign-ins as well as failed ones, drop logins that were not used in ninety days, and let in by name only the networks that need port 1433.',
    ),
  ],
};

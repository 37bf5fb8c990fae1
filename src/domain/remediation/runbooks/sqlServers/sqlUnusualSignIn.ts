import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { listSqlFirewallRules } from '../steps/databaseSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import {
  listSqlAdministrators,
  lockSqlAccount,
  readSqlAudit,
  removeAzureServicesRule,
  removeSqlFootholds,
  requireEntraSignIn,
} from '../steps/sqlSteps.ts';
import { onServices } from './sqlTypes.ts';

/** A sign-in that is new: another place, data centre, domain or user. Mostly honest, which has to be shown. */
export const sqlUnusualSignIn: Runbook = {
  id: 'sql-unusual-sign-in',
  title: 'Unusual sign-in to a SQL database',
  alertTypes: [
    ...onServices('DataCenterAnomaly'),
    ...onServices('GeoAnomaly'),
    ...onServices('PrincipalAnomaly'),
    ...onServices('DomainAnomaly'),
  ],
  steps: [
    readSqlAudit,
    {
      ...readActivityLog,
      instruction:
        'Lists what was done to the resource in Azure since the day before. A new application, replica or region, deployed shortly before, explains a new data centre; a changed administrator explains a new user, or is the attack itself.',
    },
    listSqlFirewallRules,
    listSqlAdministrators,
    confirmWithOwner(
      'Ask whether an application moved, a person travels, a consultant began, or an administrator used a user that slept. Give them user, address and program name from the alert: all three have to be theirs.',
    ),
    {
      ...lockSqlAccount,
      instruction:
        'Where nobody accounts for the sign-in: disable the login (or REVOKE CONNECT of the user), then end its sessions with KILL, since a disabled login keeps those that are open. Where somebody does, note who and until when, and leave it.',
    },
    removeAzureServicesRule,
    optional(removeSqlFootholds),
    manualStep(
      'prevent',
      'give-each-its-own-user',
      'Give each application and person a user of their own',
      'Shared users make every sign-in unusual or none. Use managed identities and groups of Entra ID, drop users that were not used in ninety days, and name only the networks that you use.',
    ),
    requireEntraSignIn,
  ],
};

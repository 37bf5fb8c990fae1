import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import {
  disableUser,
  guardAdministrators,
  listRoleAssignments,
  removeFootholds,
  revokeSessions,
} from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

const assignmentAtRoot = ['--assignee={user}', '--role=User Access Administrator', '--scope=/'] as const;

const listRootRoles = [
  ...['role', 'assignment', 'list', '--scope=/'],
  ...['--query=[].[createdOn,principalName,roleDefinitionName]', '--output=table'],
];

/** A Global Administrator made themselves User Access Administrator of every subscription. */
export const elevatedAccess: Runbook = {
  id: 'azure-elevated-access',
  title: 'Access elevated from Entra ID to all subscriptions',
  alertTypes: ['ARM_PowerZure.AzureElevatedPrivileges', 'ARM_AnomalousElevateAccess'],
  steps: [
    {
      id: 'list-root-roles',
      phase: 'triage',
      title: 'See who holds a role over all subscriptions',
      instruction:
        'Lists the roles at the root of the tenant. User Access Administrator there can give itself any role in every subscription. There should be nobody, or an emergency account whose reason you know.',
      mandatory: true,
      risk: 'none',
      command: { tool: 'az', args: listRootRoles },
    },
    optional(readCallerActivity),
    {
      ...listRoleAssignments,
      instruction:
        'Lists every role assignment of the subscription with the time of its making. Look at those from after the elevation, in your other subscriptions and management groups as well: the elevation reaches them all.',
    },
    confirmWithOwner(
      'Ask the administrator in person or by a call to a number that you know. Elevation is a deliberate switch in the portal and rare; "I was just looking" is not a reason.',
    ),
    {
      id: 'remove-root-role',
      phase: 'contain',
      title: 'Take the role over all subscriptions away',
      instruction:
        'Removes User Access Administrator at the root from this account. Whoever runs it needs the same elevation for as long as it takes, and switches their own off afterwards. Roles that were given meanwhile stay: they are a step of their own.',
      mandatory: true,
      risk: 'high',
      command: {
        tool: 'az',
        args: ['role', 'assignment', 'delete', ...assignmentAtRoot],
        changes: 'The account can no longer give roles in subscriptions by its elevation.',
      },
      whatIf: { tool: 'az', args: listRootRoles },
      undo: {
        tool: 'az',
        args: ['role', 'assignment', 'create', ...assignmentAtRoot],
        changes: 'The account can give any role in every subscription of the tenant again.',
      },
    },
    revokeSessions,
    optional(disableUser),
    manualStep(
      'eradicate',
      'treat-as-tenant-incident',
      'Treat it as an incident of the whole tenant',
      'Who can elevate is a Global Administrator. Look in the audit log of Entra ID for new administrators, consents, federation settings, secrets of applications and changed Conditional Access, and hand over to whoever responds for the directory.',
      { mandatory: true },
    ),
    optional(removeFootholds),
    manualStep(
      'prevent',
      'reduce-global-administrators',
      'Have fewer Global Administrators',
      'Keep two emergency accounts and let everybody else activate the role with approval for hours. Raise an alert on "elevateAccess" in the directory activity log: it stands in the log of no subscription.',
    ),
    guardAdministrators,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity, readSubscriptionActivity } from '../steps/commonSteps.ts';
import {
  disableUser,
  guardAdministrators,
  listAccountRoles,
  listRoleAssignments,
  removeFootholds,
  revokeSessions,
} from '../steps/identitySteps.ts';
import { optional } from '../steps/manualStep.ts';

/** What holds for any alert about operations in Azure. */
export const azureAlert: Runbook = {
  id: 'azure-any-alert',
  title: 'Alert about operations in Azure',
  alertTypes: [],
  generalFor: ['ResourceManager'],
  steps: [
    readCallerActivity,
    readSubscriptionActivity,
    listAccountRoles,
    listRoleAssignments,
    confirmWithOwner(
      'Ask the person or the owner of the application whether they did this, from which place and with which tool.',
    ),
    revokeSessions,
    optional(disableUser),
    removeFootholds,
    guardAdministrators,
  ],
};

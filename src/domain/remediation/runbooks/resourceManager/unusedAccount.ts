import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import {
  disableUser,
  guardAdministrators,
  listAccountRoles,
  removeFootholds,
  revokeSessions,
} from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** An account that slept for long, or never used this tool, manages Azure. */
export const unusedAccount: Runbook = {
  id: 'azure-unused-account',
  title: 'Azure managed by an account that is not used to it',
  alertTypes: ['ARM_UnusedAccountPersistence', 'ARM_UnusedAppPowershellPersistence', 'ARM_UnusedAppIbizaPersistence'],
  steps: [
    optional(readCallerActivity),
    listAccountRoles,
    manualStep(
      'triage',
      'check-how-it-woke',
      'Find out how the account came back to life',
      'In the logs of Entra ID look for a password reset, a new second factor or a re-enabled account shortly before. Forgotten accounts have old passwords and often no second factor, which is why they are chosen.',
      { mandatory: true },
    ),
    confirmWithOwner(
      'Ask the person, or their manager where they have left, whether they came back to this work or changed their tool. Return from leave and a new task explain most of these.',
    ),
    revokeSessions,
    optional(disableUser),
    removeFootholds,
    manualStep(
      'prevent',
      'remove-unused-accounts',
      'Remove rights that nobody uses',
      'Review roles every quarter and let those that were not used in ninety days end. Disable accounts on the day people leave, guests and test accounts included.',
    ),
    guardAdministrators,
  ],
};

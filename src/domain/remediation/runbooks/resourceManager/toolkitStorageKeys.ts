import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import { disableUser, guardAdministrators, removeFootholds, revokeSessions } from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { readStorageLogs } from '../steps/storageLooks.ts';
import { forbidSharedKeys, renewStorageKey } from '../steps/storageSteps.ts';

/** MicroBurst lists the keys of each storage account that it can. */
export const toolkitStorageKeys: Runbook = {
  id: 'azure-toolkit-storage-keys',
  title: 'Attack toolkit takes keys of storage accounts',
  alertTypes: ['ARM_MicroBurst.AZStorageKeysREST'],
  steps: [
    {
      ...readCallerActivity,
      instruction:
        'Lists what this account did in Azure since the day before. Each "storageAccounts/listKeys/action" that succeeded names an account whose keys are known now: the toolkit takes all that it can reach, so write the whole list down.',
    },
    optional(readStorageLogs),
    confirmWithOwner(
      'Ask your security team whether a test is under way, and the person which tool they used. Storage Explorer and backups list keys as well, but one account at a time.',
    ),
    revokeSessions,
    optional(disableUser),
    renewStorageKey('primary'),
    renewStorageKey('secondary'),
    optional(removeFootholds),
    manualStep(
      'recover',
      'check-use-of-keys',
      'Check what was done with the keys',
      'Between the listing and the renewal, look for access with a key from other addresses in the logs of each account. Compare what was written, such as scripts, packages and pages, with older versions.',
    ),
    forbidSharedKeys,
    guardAdministrators,
  ],
};

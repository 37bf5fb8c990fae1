import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { measureEgress, readStorageLogs } from '../steps/storageLooks.ts';
import { denyOtherNetworks, keepDeletedBlobs, renewStorageKey, showKeyAccess } from '../steps/storageSteps.ts';

/** What holds for any alert on a storage account. */
export const storageAlert: Runbook = {
  id: 'storage-any-alert',
  title: 'Alert on a storage account',
  alertTypes: [],
  generalFor: ['StorageAccounts'],
  steps: [
    readStorageLogs,
    readActivityLog,
    measureEgress,
    confirmWithOwner('Ask what the account is for, who reads and writes it, and whether this activity is theirs.'),
    manualStep(
      'contain',
      'stop-the-caller',
      'Stop whoever came in',
      'Cut off what was used: disable the account or application, remove the stored access policy of the signature, renew the key, or make the container private. Write down which it was.',
      { mandatory: true, risk: 'medium' },
    ),
    denyOtherNetworks,
    optional(renewStorageKey('primary')),
    optional(renewStorageKey('secondary')),
    manualStep(
      'recover',
      'check-what-was-changed',
      'Put back what was changed or deleted',
      'Compare what the log says was written or deleted with older versions, soft-deleted blobs or a backup, and restore. Scan what was uploaded before anybody opens it.',
      { risk: 'low' },
    ),
    keepDeletedBlobs,
    showKeyAccess,
  ],
};

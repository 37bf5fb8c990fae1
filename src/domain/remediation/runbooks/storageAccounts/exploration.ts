import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { listStorageRoles, measureEgress, readStorageLogs } from '../steps/storageLooks.ts';
import { denyOtherNetworks, renewStorageKey, showKeyAccess } from '../steps/storageSteps.ts';

/** Somebody looks around: lists containers and blobs, or reads permissions. Copying comes next. */
export const exploration: Runbook = {
  id: 'storage-exploration',
  title: 'Somebody looks around in a storage account',
  alertTypes: ['Storage.*_AccessInspectionAnomaly*', 'Storage.*_DataExplorationAnomaly*'],
  steps: [
    {
      ...readStorageLogs,
      instruction:
        'In the storage logs look for ListContainers, ListBlobs, GetContainerACL and GetAccountInfo by the caller of the alert, and for GetBlob afterwards: listing without reading is preparation, listing and reading is theft. Note whether a key, a signature or an account was used. The command shows where the logs go.',
    },
    readActivityLog,
    listStorageRoles,
    measureEgress,
    confirmWithOwner(
      'Ask whether a backup, an inventory, a data catalogue or a security scanner was set up or changed: these list everything, too. Ask for the address it comes from, not only for its name.',
    ),
    manualStep(
      'contain',
      'take-the-right-to-list',
      'Take the right to list from the caller',
      'Remove the data role of the account, or the stored access policy of the signature; where a key was used, plan to renew both. If reading has begun, do this before you know everything: a copy that is under way can still be cut off.',
      { mandatory: true, risk: 'medium' },
    ),
    denyOtherNetworks,
    optional(renewStorageKey('primary')),
    optional(renewStorageKey('secondary')),
    showKeyAccess,
  ],
};

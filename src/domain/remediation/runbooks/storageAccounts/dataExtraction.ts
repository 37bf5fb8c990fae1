import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { listStorageRoles, measureEgress, readStorageLogs } from '../steps/storageLooks.ts';
import { denyOtherNetworks, renewStorageKey, revokeDelegationKeys, showKeyAccess } from '../steps/storageSteps.ts';

/** Much more than usual was copied out. */
export const dataExtraction: Runbook = {
  id: 'storage-data-extraction',
  title: 'Unusual amount of data taken from a storage account',
  alertTypes: ['Storage.*_DataExfiltration*'],
  steps: [
    measureEgress,
    {
      ...readStorageLogs,
      instruction:
        'In the storage logs group GetBlob and GetFile by caller address, authentication and user agent around the time of the alert. Look for AzCopy, rclone or Storage Explorer from an address that is not yours, and for CopyBlob to an account that you do not own. The command shows where the logs go.',
    },
    listStorageRoles,
    confirmWithOwner(
      'Ask whether a migration, a backup, a new report or a data science job ran at that time, and to where it copied. Have the amount and the address at hand: both have to fit the answer.',
    ),
    denyOtherNetworks,
    revokeDelegationKeys,
    manualStep(
      'contain',
      'cut-off-the-caller',
      'Cut off the identity that copied',
      'Disable the account or application, or remove its data role; remove the stored access policy of a signature. If the copy is still running, this comes first. A machine of yours that copied is itself part of the incident: isolate it.',
      { mandatory: true, risk: 'high' },
    ),
    renewStorageKey('primary'),
    optional(renewStorageKey('secondary')),
    manualStep(
      'recover',
      'assess-the-loss',
      'Work out what was taken',
      'List the blobs that were read, with their sensitivity and owner, and keep the logs where they cannot be changed. Change secrets that were among them. Tell whoever decides about notifying people and authorities: terms begin when you learn of the loss.',
      { mandatory: true },
    ),
    optional(showKeyAccess),
  ],
};

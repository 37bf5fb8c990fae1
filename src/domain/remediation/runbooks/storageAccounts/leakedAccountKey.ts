import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { measureEgress, readStorageLogs } from '../steps/storageLooks.ts';
import { denyOtherNetworks, forbidSharedKeys, renewStorageKey } from '../steps/storageSteps.ts';

/** The key is built into something that is handed out. Whoever has the program has the account. */
export const leakedAccountKey: Runbook = {
  id: 'storage-leaked-account-key',
  title: 'Key of a storage account known outside',
  alertTypes: ['Storage.*AccountKey_PubliclyLeaked*'],
  steps: [
    {
      ...readStorageLogs,
      instruction:
        'In the storage logs filter for authentication type AccountKey and group by address. Many addresses of homes and phones with the same user agent are the program itself; operations that the program does not have (listing, deleting, reading permissions) are somebody who took the key out of it. The command shows where the logs go.',
    },
    measureEgress,
    confirmWithOwner(
      'Ask which app, script or device image carries the key, how many people have it, and what it does with the account. They decide when the key can be renewed without breaking it for all of them.',
    ),
    denyOtherNetworks,
    {
      ...renewStorageKey('primary'),
      phase: 'contain',
      instruction:
        'There is no smaller remedy: the key opens the whole account and is known. Give server-side applications the secondary key, accept that clients with the old one stop working until they are updated, and renew the primary key today rather than with the next release.',
    },
    { ...renewStorageKey('secondary'), phase: 'contain' },
    manualStep(
      'eradicate',
      'take-the-key-out',
      'Take the key out of the program',
      'Let the client ask your server for a short user delegation signature for exactly what it needs. Remove the key from sources and their history, from build variables and from older packages that can still be downloaded.',
      { mandatory: true },
    ),
    manualStep(
      'recover',
      'check-what-was-stored',
      'Check what is in the account',
      'Others could write as well as read. Look for files that the program does not make, for changed scripts and pages, and restore them from older versions.',
    ),
    forbidSharedKeys,
    manualStep(
      'prevent',
      'scan-for-secrets',
      'Look for keys before they are published',
      'Scan commits and packages for secrets in the pipeline and refuse to publish where one is found. Allow shared keys by exception only.',
    ),
  ],
};

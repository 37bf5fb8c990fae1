import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { listPublicContainers, readStorageLogs } from '../steps/storageLooks.ts';
import { closeContainer, forbidPublicBlobs } from '../steps/storageSteps.ts';

/** Somebody guesses names of containers to find public ones. */
export const containerScan: Runbook = {
  id: 'storage-container-scan',
  title: 'Scan for public containers',
  alertTypes: ['Storage.*_OpenContainersScanning*'],
  steps: [
    {
      ...listPublicContainers,
      mandatory: true,
      instruction:
        'Lists the containers with their access level. A scan that failed and an account without public containers is the noise of the internet, and needs nothing more than a note. Any container with "Blob" or "Container" was there to be found.',
    },
    {
      ...readStorageLogs,
      instruction:
        'In the storage logs look for anonymous requests from the address of the scan: answers of 404 are guesses, 200 are finds. See what was read after the first find, and whether other addresses came for the same blobs later. The command shows where the logs go.',
    },
    confirmWithOwner(
      'Ask whether the scan belongs to a test of your own, and whether the containers that were found are public on purpose.',
    ),
    forbidPublicBlobs,
    optional(closeContainer),
    manualStep(
      'eradicate',
      'change-found-secrets',
      'Change secrets that the scan could read',
      'Look through what was read for keys, connection strings, backups and configuration, and change what is valid. What was copied cannot be called back.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'find-other-public-accounts',
      'Look for other accounts that allow the same',
      'Scanners try names that follow from yours. Check every account of the organisation for anonymous access, turn it off where nothing is published, and deny it by Azure Policy for new ones.',
    ),
  ],
};

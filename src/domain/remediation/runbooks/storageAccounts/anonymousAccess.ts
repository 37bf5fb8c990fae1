import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { listPublicContainers, measureEgress, readStorageLogs } from '../steps/storageLooks.ts';
import { closeContainer, forbidPublicBlobs } from '../steps/storageSteps.ts';

/** A container was opened to everybody, or somebody came in without signing in. */
export const anonymousAccess: Runbook = {
  id: 'storage-anonymous-access',
  title: 'Container of blobs that everybody can read',
  alertTypes: ['Storage.*_AnonymousAccessAnomaly*', 'Storage.*_OpenACL*'],
  steps: [
    listPublicContainers,
    {
      ...readActivityLog,
      instruction:
        'Lists what was done to the resource in Azure since the day before. Look for a write to the container or to the account that allowed anonymous access, and who made it: a person who wanted to share a file, a pipeline, or somebody unknown. A change with a key over the data plane stands only in the storage logs.',
    },
    readStorageLogs,
    measureEgress,
    confirmWithOwner(
      'Ask whether this container is meant to be public, and whether everything in it may be. Containers are often opened to share one file and then forgotten.',
    ),
    closeContainer,
    optional(forbidPublicBlobs),
    manualStep(
      'eradicate',
      'change-published-secrets',
      'Change secrets that lay in the open',
      'Go through what the container holds for configuration, backups, keys and connection strings. What was public counts as read by others, since scanners find open containers within hours: change those secrets where they are valid.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'recover',
      'assess-disclosure',
      'Work out what was disclosed, and to whom',
      'List the blobs that were read anonymously since the container was opened, with addresses and times. Where they hold personal data, tell whoever decides about notifying: terms of the law begin when you learn of it.',
    ),
    manualStep(
      'prevent',
      'forbid-public-access-by-policy',
      'Forbid anonymous access by policy',
      'Assign the Azure Policy that denies storage accounts with anonymous access, and give the few that publish on purpose an exemption with an owner and an end. Share single files with short signatures instead.',
    ),
  ],
};

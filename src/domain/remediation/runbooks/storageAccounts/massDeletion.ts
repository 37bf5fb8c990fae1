import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';
import { readStorageLogs } from '../steps/storageLooks.ts';
import { denyOtherNetworks, keepBlobVersions, keepDeletedBlobs, renewStorageKey } from '../steps/storageSteps.ts';

/** Blobs or files vanish: a mistake, revenge, or the second half of extortion. */
export const massDeletion: Runbook = {
  id: 'storage-mass-deletion',
  title: 'Unusual deletion in a storage account',
  alertTypes: ['Storage.*_DeletionAnomaly*'],
  steps: [
    {
      ...readStorageLogs,
      instruction:
        'In the storage logs look for DeleteBlob, DeleteContainer and DeleteFile: from which address, with which authentication, and whether it goes on. Reading of the same blobs before the deletion points to extortion, a note of ransom in their place proves it. The command shows where the logs go.',
    },
    {
      ...readActivityLog,
      instruction:
        'Lists what was done to the resource in Azure since the day before. An attacker turns off soft delete, versioning or a lock before deleting: such a change shows intent, and how much can still be had back.',
    },
    confirmWithOwner(
      'Ask whether a clean-up job, a lifecycle rule or a migration was changed. Lifecycle rules delete without any caller that you know: look at them before you accuse somebody.',
    ),
    mandatory(denyOtherNetworks),
    {
      id: 'lock-the-account',
      phase: 'contain',
      title: 'Lock the account against deletion',
      instruction:
        'Sets a lock, so that nobody deletes the account itself while you work. It does not protect blobs inside it: those need the right to delete taken from the caller.',
      mandatory: false,
      risk: 'low',
      command: {
        tool: 'az',
        args: [
          ...['lock', 'create', '--name=incident-no-delete', '--lock-type=CanNotDelete'],
          ...['--resource-group={storageGroup}', '--resource={storageName}'],
          '--resource-type=Microsoft.Storage/storageAccounts',
        ],
        changes: 'The storage account cannot be deleted until the lock is removed.',
      },
      undo: {
        tool: 'az',
        args: [
          ...['lock', 'delete', '--name=incident-no-delete', '--resource-group={storageGroup}'],
          ...['--resource={storageName}', '--resource-type=Microsoft.Storage/storageAccounts'],
        ],
        changes: 'Removes the lock; whoever may delete the account can do so again.',
      },
    },
    optional(renewStorageKey('primary')),
    optional(renewStorageKey('secondary')),
    {
      id: 'list-deleted-containers',
      phase: 'recover',
      title: 'See what can be had back',
      instruction:
        'Lists the containers that are kept after deletion; restore them first, then the blobs in them (undelete, or promote an older version). Do it soon: retention runs out. Where point-in-time restore is on, it takes back whole containers, but also every honest write since then.',
      mandatory: true,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['storage', 'container-rm', 'list', '--storage-account={storageName}', '--resource-group={storageGroup}'],
          ...['--include-deleted', '--query=[].[name,deleted,deletedTime,remainingRetentionDays]', '--output=table'],
        ],
      },
    },
    keepDeletedBlobs,
    keepBlobVersions,
    manualStep(
      'prevent',
      'separate-deleting',
      'Take the right to delete from those who only write',
      'Give applications a role without deletion, keep copies in an account of another subscription with an immutability policy, and let nobody hold the keys of both.',
    ),
  ],
};

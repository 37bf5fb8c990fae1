import { manualStep } from '../../steps/manualStep.ts';
import type { OperationFamily } from './operationFamily.ts';

/** Data were gathered: snapshots and disk exports, backups, database exports, copies. */
export const collection: OperationFamily = {
  id: 'collection',
  purpose: 'gather data',
  tactics: ['Collection'],
  question: 'Ask whether a migration, a backup or an export was planned, and where the copies are.',
  triage: [
    manualStep(
      'triage',
      'find-copies',
      'Find what was copied and to where',
      'Look for snapshots, disk exports ("beginGetAccess"), database exports, restored backups and new storage accounts since the activity began. An exported disk holds every password and key that the machine had.',
      { mandatory: true },
    ),
  ],
  contain: [
    manualStep(
      'contain',
      'end-exports',
      'End exports that are still open',
      'Revoke the access of exported disks and snapshots, cancel exports of databases, and remove public access from the target accounts. A download that has not finished stops with it.',
      { risk: 'medium' },
    ),
  ],
  eradicate: [
    manualStep(
      'eradicate',
      'remove-copies',
      'Remove copies, after noting what they hold',
      'Write down size, source and time of each copy, keep one where investigators need it, then delete the rest. Change secrets that were on copied disks or in copied databases.',
      { mandatory: true, risk: 'medium' },
    ),
  ],
  recover: [
    manualStep(
      'recover',
      'assess-the-loss',
      'Work out what left, and who has to be told',
      'Compare the traffic of the target accounts with the size of the copies: it says whether they were fetched. Tell whoever decides about notifying people and authorities.',
    ),
  ],
  prevent: [
    manualStep(
      'prevent',
      'limit-exports',
      'Make exports harder',
      'Set disks to allow export over private links only, deny public network access of disks by policy, and encrypt with keys that the administrators of the subscription do not hold.',
    ),
  ],
};

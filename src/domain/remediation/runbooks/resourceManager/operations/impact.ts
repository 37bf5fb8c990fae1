import type { RunbookStep } from '../../runbook.ts';
import { manualStep } from '../../steps/manualStep.ts';
import type { OperationFamily } from './operationFamily.ts';

const listDeletedVaults: RunbookStep = {
  id: 'list-deleted-vaults',
  phase: 'recover',
  title: 'See which vaults can be had back',
  instruction:
    'Lists vaults that were deleted and are still kept. Recover them first: without their keys encrypted disks, storage and databases that you restore stay closed.',
  mandatory: false,
  risk: 'none',
  command: { tool: 'az', args: ['keyvault', 'list-deleted', '--output=table'] },
};

/** Things are deleted, stopped or encrypted. */
export const impact: OperationFamily = {
  id: 'impact',
  purpose: 'destroy or disrupt',
  tactics: ['Impact'],
  question: 'Ask whether an environment was being taken down on purpose, by hand or by a pipeline, and which one.',
  triage: [
    manualStep(
      'triage',
      'list-the-damage',
      'List what was deleted, stopped or changed',
      'Go through the activity for delete, deallocate, key and encryption operations, with the order in which they came. Backups and locks first, then machines and data, is extortion; one resource group from end to end is more often a clean-up.',
      { mandatory: true },
    ),
  ],
  contain: [
    {
      id: 'lock-the-subscription',
      phase: 'contain',
      title: 'Lock the subscription against deletion',
      instruction:
        'Sets a lock on the whole subscription, so that nothing in it can be deleted through Azure. Scaling in and clean-ups of services fail meanwhile. Owners can remove a lock: it slows down, and its removal shows in the log. Data inside resources is not covered.',
      mandatory: false,
      risk: 'medium',
      command: {
        tool: 'az',
        args: ['lock', 'create', '--name=incident-no-delete', '--lock-type=CanNotDelete'],
        changes: 'Nothing in the subscription can be deleted until the lock is removed, honest clean-ups included.',
      },
      whatIf: { tool: 'az', args: ['lock', 'list', '--query=[].[name,level,id]', '--output=table'] },
      undo: {
        tool: 'az',
        args: ['lock', 'delete', '--name=incident-no-delete'],
        changes: 'Removes the lock from the subscription.',
      },
    },
  ],
  eradicate: [],
  recover: [
    listDeletedVaults,
    manualStep(
      'recover',
      'restore-in-order',
      'Restore what was destroyed, in order',
      'Restore vaults and keys, then networks, databases and storage from soft delete or backups from before the activity, then machines from their templates. Soft delete runs out after days: begin with what has the least time left.',
      { mandatory: true, risk: 'medium' },
    ),
  ],
  prevent: [
    manualStep(
      'prevent',
      'protect-backups',
      'Put backups out of reach of administrators',
      'Make backup vaults immutable with multi-user authorization, turn on purge protection and soft delete everywhere, and keep a copy in another tenant.',
    ),
  ],
};

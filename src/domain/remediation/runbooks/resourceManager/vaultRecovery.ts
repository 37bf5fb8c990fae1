import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import { disableUser, removeFootholds, revokeSessions } from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { changeReadSecrets, closeVault, listVaultAccess, readVaultLogs } from '../steps/vaultSteps.ts';

/** A vault that had been deleted is brought back: its old secrets may still be valid. */
export const vaultRecovery: Runbook = {
  id: 'azure-vault-recovery',
  title: 'Deleted key vault brought back',
  alertTypes: ['Arm_Suspicious_Vault_Recovering'],
  steps: [
    readCallerActivity,
    listVaultAccess,
    optional(readVaultLogs),
    confirmWithOwner(
      'Ask why the vault had been deleted, and who wanted it back. A deployment that recovers vaults by itself explains it: then the caller is its application.',
    ),
    closeVault,
    optional(revokeSessions),
    optional(disableUser),
    {
      ...changeReadSecrets,
      instruction:
        'Secrets of a vault that was thrown away are forgotten, not invalid. For each that was read, find out whether it still opens something, and change it there. Certificates with an exportable key have to be revoked.',
    },
    optional(removeFootholds),
    manualStep(
      'recover',
      'delete-the-vault-again',
      'Delete the vault again if nobody needs it',
      'Where the recovery was not honest, keep the audit log and delete the vault again. Do not purge it before the investigation is over: purging removes evidence for good.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'clean-before-deleting',
      'Make secrets invalid before vaults are deleted',
      'Change or revoke secrets where they are valid before a vault is given up, and allow the recovery of vaults only to those who run them.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import {
  changeReadSecrets,
  closeVault,
  listSecretNames,
  listVaultRoles,
  protectVaultFromPurge,
  readVaultLogs,
  removeVaultPolicy,
} from '../steps/vaultSteps.ts';

/** Secrets are listed and read one after the other, or much more is asked for than ever. */
export const secretHarvest: Runbook = {
  id: 'vault-secret-harvest',
  title: 'Many secrets listed and read in a key vault',
  alertTypes: ['KV_ListGetAnomaly', 'KV_OperationVolumeAnomaly', 'KV_OperationPatternAnomaly'],
  steps: [
    {
      ...readVaultLogs,
      instruction:
        'In the audit log of the vault (AuditEvent) count the operations by caller and minute. SecretList with a SecretGet for each name is somebody who takes everything; the same secret a thousand times is an application without a cache. Backup, export and purge operations need an answer of their own. The command shows where the log goes.',
    },
    listVaultRoles,
    confirmWithOwner(
      'Ask whether a migration, a backup of secrets or a scaled-out application ran. An application reads the names that it knows: it has no reason to list them.',
    ),
    removeVaultPolicy,
    closeVault,
    manualStep(
      'contain',
      'stop-the-caller',
      'Stop the caller',
      'End the sessions of the account, or disable the application and delete its secrets. If a machine or app of yours called with its managed identity, somebody is on that machine: isolate it, since its tokens are valid for hours.',
      { mandatory: true, risk: 'high' },
    ),
    listSecretNames,
    changeReadSecrets,
    manualStep(
      'recover',
      'search-for-use',
      'Search for use of the secrets',
      'For each secret that was read look at the sign-ins of the service that it opens, from the reading until the change, from addresses that are not yours. Those services belong to the incident.',
    ),
    manualStep(
      'prevent',
      'take-the-right-to-list',
      'Take the right to list from applications',
      'Give applications "get" on the secrets that they use, with a role at the secret where possible. Without names a thief has to guess, and guesses show as refusals.',
    ),
    optional(protectVaultFromPurge),
  ],
};

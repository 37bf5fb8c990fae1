import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import {
  changeReadSecrets,
  closeVault,
  listSecretNames,
  listVaultAccess,
  listVaultRoles,
  readVaultLogs,
  removeVaultPolicy,
} from '../steps/vaultSteps.ts';

/** A user or an application that never did reads the vault, or one goes through many vaults. */
export const unusualCaller: Runbook = {
  id: 'vault-unusual-caller',
  title: 'Unusual user or application reads a key vault',
  alertTypes: ['KV_AppAnomaly', 'KV_UserAnomaly', 'KV_UserAppAnomaly', 'KV_AccountVolumeAnomaly'],
  steps: [
    readVaultLogs,
    {
      ...readActivityLog,
      instruction:
        'Lists what was done to the resource in Azure since the day before. A caller that is new to a vault got its right somewhere: look for a changed access policy or a role assignment, and who made it. A right that is years old and used for the first time is the more worrying case.',
    },
    listVaultAccess,
    listVaultRoles,
    confirmWithOwner(
      'Ask what the application is and since when it needs this vault. New releases, moved pipelines and people on call explain most of these: let them name the secret that they needed, and compare with the log.',
    ),
    {
      ...removeVaultPolicy,
      mandatory: true,
    },
    optional(closeVault),
    listSecretNames,
    optional(changeReadSecrets),
    manualStep(
      'prevent',
      'review-vault-rights',
      'Review who may read the vault',
      'Take out people who read secrets by hand: a managed identity of the application needs the right, they do not. Give those on call an eligible role for hours, and review the list every quarter.',
    ),
  ],
};

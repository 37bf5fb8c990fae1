import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { mandatory, optional } from '../steps/manualStep.ts';
import {
  changeReadSecrets,
  closeVault,
  listSecretNames,
  listVaultAccess,
  listVaultRoles,
  protectVaultFromPurge,
  readVaultLogs,
  removeVaultPolicy,
} from '../steps/vaultSteps.ts';

/** What holds for any alert on a key vault. */
export const vaultAlert: Runbook = {
  id: 'vault-any-alert',
  title: 'Alert on a key vault',
  alertTypes: [],
  generalFor: ['KeyVaults'],
  steps: [
    readVaultLogs,
    readActivityLog,
    listVaultAccess,
    listVaultRoles,
    confirmWithOwner(
      'Ask which application or person reads this vault, from which network, and whether this was theirs.',
    ),
    mandatory(removeVaultPolicy),
    optional(closeVault),
    listSecretNames,
    changeReadSecrets,
    protectVaultFromPurge,
  ],
};

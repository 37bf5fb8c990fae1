import type { Runbook } from '../runbook.ts';
import { automationAbuse } from './automationAbuse.ts';
import { azureAlert } from './azureAlert.ts';
import { computeCreation } from './computeCreation.ts';
import { elevatedAccess } from './elevatedAccess.ts';
import { operationRunbooks } from './operations/index.ts';
import { roleAssignment } from './roleAssignment.ts';
import { suspiciousAddress } from './suspiciousAddress.ts';
import { toolkitCodeOnMachines } from './toolkitCodeOnMachines.ts';
import { toolkitEnumeration } from './toolkitEnumeration.ts';
import { toolkitStorageKeys } from './toolkitStorageKeys.ts';
import { toolkitVaultSecrets } from './toolkitVaultSecrets.ts';
import { unusedAccount } from './unusedAccount.ts';
import { vaultRecovery } from './vaultRecovery.ts';

export const resourceManagerRunbooks: readonly Runbook[] = [
  automationAbuse,
  azureAlert,
  computeCreation,
  elevatedAccess,
  ...operationRunbooks,
  roleAssignment,
  suspiciousAddress,
  toolkitCodeOnMachines,
  toolkitEnumeration,
  toolkitStorageKeys,
  toolkitVaultSecrets,
  unusedAccount,
  vaultRecovery,
];

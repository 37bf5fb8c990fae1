import type { Runbook } from '../runbook.ts';
import { deniedAccess } from './deniedAccess.ts';
import { policyChange } from './policyChange.ts';
import { secretHarvest } from './secretHarvest.ts';
import { unusualCaller } from './unusualCaller.ts';
import { vaultAlert } from './vaultAlert.ts';
import { vaultFromSuspiciousAddress } from './vaultFromSuspiciousAddress.ts';

export const keyVaultsRunbooks: readonly Runbook[] = [
  deniedAccess,
  policyChange,
  secretHarvest,
  unusualCaller,
  vaultAlert,
  vaultFromSuspiciousAddress,
];

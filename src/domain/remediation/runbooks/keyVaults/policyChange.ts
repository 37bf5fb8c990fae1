import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';
import {
  changeReadSecrets,
  closeVault,
  listSecretNames,
  listVaultAccess,
  readVaultLogs,
  removeVaultPolicy,
} from '../steps/vaultSteps.ts';

/** Somebody gave themselves a policy and read secrets with it. */
export const policyChange: Runbook = {
  id: 'vault-policy-change',
  title: 'Policy of a key vault changed and secrets read',
  alertTypes: ['KV_PutGetAnomaly'],
  steps: [
    {
      ...mandatory(readActivityLog),
      instruction:
        'Lists what was done to the resource in Azure since the day before. Look for writes of the vault or its access policies: who made them, and whether the receiver is the same person. A policy that is added, used and taken away within minutes is an attack and not an oversight.',
    },
    listVaultAccess,
    optional(readVaultLogs),
    confirmWithOwner(
      'Ask who allowed the change, and which secret was needed. Administrators help themselves in a hurry: that is a reason, if the person confirms it by voice and the log shows that one secret.',
    ),
    mandatory(removeVaultPolicy),
    optional(closeVault),
    manualStep(
      'contain',
      'stop-who-changed-it',
      'Stop the account that changed the policy',
      'It is the more dangerous one of the two: it can change every policy again. End its sessions and take away its right to write the vault before you correct the policies.',
      { mandatory: true, risk: 'high' },
    ),
    listSecretNames,
    changeReadSecrets,
    manualStep(
      'prevent',
      'use-roles-instead',
      'Move the vault to roles',
      'With access policies every Contributor can give themselves all secrets. With roles (Azure RBAC) only those who may assign roles can. Copy the policies into roles first, then switch the permission model: with the switch, policies count no more.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import {
  closeVault,
  listVaultAccess,
  listVaultRoles,
  protectVaultFromPurge,
  readVaultLogs,
} from '../steps/vaultSteps.ts';

/** Somebody tried and was refused: nothing was read here, but the sign-in is real. */
export const deniedAccess: Runbook = {
  id: 'vault-access-denied',
  title: 'Refused access to key vaults',
  alertTypes: ['KV_SuspiciousIPAccessDenied', 'KV_AccountVolumeAccessDeniedAnomaly', 'KV_UserAccessDeniedAnomaly'],
  steps: [
    {
      ...readVaultLogs,
      instruction:
        'In the audit log of the vault (AuditEvent) look at the results: 403 is a refusal, and any 200 of the same caller or address, on this vault or another, is a success that changes the incident. The status text says whether the firewall or a missing right refused. The command shows where the log goes.',
    },
    listVaultAccess,
    listVaultRoles,
    confirmWithOwner(
      'Ask the owner of the calling account whether a new application, an inventory or a script went through many vaults. A role that was taken away, or a pipeline moved to another network, gives the same picture.',
    ),
    manualStep(
      'contain',
      'secure-the-caller',
      'Secure the account that was refused',
      'The caller had a valid sign-in to your directory. If nobody accounts for it, end its sessions, change its secrets, and look at what it did elsewhere: whoever tries vaults has tried storage and roles as well.',
      { mandatory: true, risk: 'medium' },
    ),
    optional(closeVault),
    manualStep(
      'prevent',
      'separate-vaults',
      'Give each application a vault of its own',
      'One vault for each application and environment, roles on the vault and not on the subscription: then one stolen sign-in opens one vault, and every attempt elsewhere is a refusal that shows.',
    ),
    protectVaultFromPurge,
  ],
};

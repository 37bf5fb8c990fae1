import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import { disableUser, guardAdministrators, removeFootholds, revokeSessions } from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { closeVault, listSecretNames, listVaultAccess } from '../steps/vaultSteps.ts';

/** MicroBurst gives itself a policy on each vault and takes the keys or secrets. */
export const toolkitVaultSecrets: Runbook = {
  id: 'azure-toolkit-vault-secrets',
  title: 'Attack toolkit takes keys and secrets out of vaults',
  alertTypes: ['ARM_MicroBurst.AzKeyVaultKeysREST', 'ARM_MicroBurst.AzKeyVaultSecretsREST'],
  steps: [
    {
      ...readCallerActivity,
      instruction:
        'Lists what this account did in Azure since the day before. Look for writes to vaults just before the alert: the toolkit gives itself an access policy, reads, and takes the policy away again. Each vault in that list was emptied.',
    },
    listVaultAccess,
    confirmWithOwner(
      'Ask your security team whether a test is under way, and the person whether they read these vaults.',
    ),
    revokeSessions,
    optional(disableUser),
    optional(closeVault),
    listSecretNames,
    manualStep(
      'eradicate',
      'change-taken-secrets',
      'Change every secret, key and certificate of the vault',
      'Change each at its source (database, storage, partner), then write the new version into the vault; a new version alone leaves the old password valid. Begin with those that open something from the internet. Revoke certificates whose private key could be exported.',
      { mandatory: true, risk: 'high' },
    ),
    optional(removeFootholds),
    manualStep(
      'prevent',
      'use-roles-in-vaults',
      'Use roles instead of access policies',
      'With access policies every Contributor can give themselves the secrets. Move the vault to roles (Azure RBAC): then only who may assign roles can do so, and it shows.',
    ),
    guardAdministrators,
  ],
};

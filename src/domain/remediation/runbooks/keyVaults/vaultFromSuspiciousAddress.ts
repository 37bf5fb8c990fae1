import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
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

/** A vault was read from an address with a bad name or through Tor: with a valid sign-in, since vaults know no anonymous access. */
export const vaultFromSuspiciousAddress: Runbook = {
  id: 'vault-from-suspicious-address',
  title: 'Key vault read from a suspicious address',
  alertTypes: ['KV_SuspiciousIPAccess', 'KV_TORAccess', 'KV_UnusualAccessSuspiciousIP'],
  steps: [
    {
      ...readVaultLogs,
      instruction:
        'In the audit log of the vault (AuditEvent) list all requests from this address by caller and secret, and all of the same caller from other addresses. Nobody reads a vault without signing in: so the caller, a person or an application, is the one whose sign-in was stolen. The command shows where the log goes.',
    },
    listVaultAccess,
    listVaultRoles,
    confirmWithOwner(
      'Ask the owner of the calling account or application whether the address is theirs: a build agent of another company, a VPN, a laptop abroad. No service of yours has a reason to come through Tor.',
    ),
    closeVault,
    removeVaultPolicy,
    manualStep(
      'contain',
      'stop-the-caller',
      'Stop the caller',
      'For an application, delete its secrets and certificates in Entra ID and give it new ones, or disable it. For a person, end all sessions and disable the account. Closing the vault alone leaves the thief with everything else that this sign-in opens.',
      { mandatory: true, risk: 'high' },
    ),
    listSecretNames,
    changeReadSecrets,
    manualStep(
      'prevent',
      'allow-networks-by-name',
      'Allow only your networks for good',
      'Keep the firewall of the vault on and let applications come over private endpoints. Give applications managed identities, whose tokens cannot be fetched from elsewhere as a stolen secret can.',
    ),
    optional({
      ...readVaultLogs,
      id: 'keep-vault-logs',
      phase: 'prevent',
      title: 'Keep the audit log of the vault',
      instruction:
        'Send AuditEvent of every vault to a workspace, by policy. Without it the next alert cannot say which secrets to change, and all of them have to be.',
    }),
  ],
};

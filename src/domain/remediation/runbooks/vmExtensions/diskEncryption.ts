import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog, readCallerActivity } from '../steps/commonSteps.ts';
import { disableApplication, disableUser, revokeSessions } from '../steps/identitySteps.ts';
import { rebuildMachine, seeBackups } from '../steps/machineCare.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Encryption with a key that is not yours is ransom. */
export const diskEncryption: Runbook = {
  id: 'extension-disk-encryption',
  title: 'Unexpected encryption of disks by extension',
  alertTypes: ['VM_DiskEncryption*'],
  alertNames: ['Suspicious installation of disk encryption extensions was detected on your virtual machine*'],
  steps: [
    {
      ...manualStep(
        'triage',
        'see-key-and-vault',
        'See with which key the disks are encrypted',
        'Shows the state of encryption and the address of key and secret. A vault that is not yours, or a key that was deleted since, means that the machine cannot start again without the attacker. Do not restart or stop it: as long as it runs, its disks are open.',
        { mandatory: true },
      ),
      command: { tool: 'az', args: ['vm', 'encryption', 'show', '--resource-group={vmGroup}', '--name={vmName}'] },
    },
    readActivityLog,
    readCallerActivity,
    confirmWithOwner('Ask whether a policy, a migration or a colleague turned encryption on, and for which machines.'),
    manualStep(
      'contain',
      'copy-data-while-open',
      'Copy the data while the disks are open',
      'Copy data from inside the running machine to a storage account that the caller cannot reach. A snapshot of an encrypted disk is as closed as the disk. Where encryption is still in progress, turn it off from inside (manage-bde -off on Windows); the system disk of Linux cannot be decrypted again.',
      { mandatory: true, risk: 'low' },
    ),
    manualStep(
      'contain',
      'keep-the-key',
      'Keep key and secret from being deleted',
      'If the vault is yours, back up key and secret, recover what was deleted ("az keyvault key recover" works as long as soft delete keeps it), turn on purge protection, and take the roles of the caller on the vault.',
      { mandatory: true, risk: 'medium' },
    ),
    { ...disableUser, mandatory: false },
    { ...revokeSessions, mandatory: false },
    { ...disableApplication, mandatory: false },
    seeBackups,
    { ...rebuildMachine, title: 'Build machines anew whose keys are lost' },
    manualStep(
      'prevent',
      'encrypt-at-host',
      'Encrypt at the host, and refuse the extension',
      'Encryption at host needs no extension in the machine; once it is on, a policy for approved extensions can refuse AzureDiskEncryption. Keep purge protection on for all vaults, and backups in a vault with locked immutability.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { changeMachineSecrets, closeWaysIn } from '../steps/machineCare.ts';
import { linuxKeys, linuxSignIns } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAttackerAddress } from '../steps/networkSteps.ts';

/** A key is a password that nobody has to guess. */
export const sshKeyAdded: Runbook = {
  id: 'machine-ssh-key-added',
  title: 'New SSH key on a Linux machine',
  alertTypes: ['VM_SshKeyAddition'],
  alertNames: ['New SSH key added'],
  steps: [
    manualStep(
      'triage',
      'find-whose-key-it-is',
      'Find out whose key it is, and who put it there',
      'Compare the fingerprint ("ssh-keygen -lf authorized_keys") with the keys of your team. cloud-init, the VMAccess extension and configuration tools write this file as root; a shell of a web server, a database or Redis has no business with it. The journal shows which session did it.',
      { mandatory: true },
    ),
    linuxKeys,
    linuxSignIns,
    readActivityLog,
    confirmWithOwner(
      'Ask the owner of the account and of the machine whether they added it. The comment of the key is free text and proves nothing.',
    ),
    { ...denyAttackerAddress, mandatory: false },
    manualStep(
      'contain',
      'remove-the-key',
      'Remove the key and end its sessions',
      'Copy the file with its times, delete the line, and end sessions that signed in with that key ("Accepted publickey" names the fingerprint). Where the line returns, a cron job or agent writes it. Search all machines for the same fingerprint: keys are spread by script.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'find-what-wrote-it',
      'Find what could write the file',
      'Writing authorized_keys needs the account itself or root. Find the hole: a guessed password, an exploited service, Redis or NFS without a password, a Run Command. Look for further ways in that were made at the same time: accounts, sudo rules, units.',
      { mandatory: true, risk: 'low' },
    ),
    changeMachineSecrets,
    manualStep(
      'prevent',
      'sign-in-with-entra-id',
      'Manage sign-in in one place',
      'Let people sign in by the Entra ID extension for Linux, whose certificates last an hour, or by a certificate authority for SSH; then set "AuthorizedKeysFile none". Where keys stay, write them by configuration management, which removes what it does not know.',
    ),
    closeWaysIn,
  ],
};

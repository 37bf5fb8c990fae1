import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog, readCallerActivity } from '../steps/commonSteps.ts';
import { disableUser, revokeSessions } from '../steps/identitySteps.ts';
import { changeMachineSecrets, rebuildMachine, removeExtension } from '../steps/machineCare.ts';
import { linuxKeys, windowsAccounts } from '../steps/machineLooks.ts';
import { listExtensions } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** The way to sign in without knowing a password: reset it from outside. */
export const accessReset: Runbook = {
  id: 'extension-access-reset',
  title: 'Password or SSH key reset from Azure',
  alertTypes: ['VM_VMAccess*'],
  alertNames: [
    'Unusual config reset in your virtual machine',
    'Unusual user password reset in your virtual machine',
    'Unusual user SSH key reset in your virtual machine',
    'Suspicious usage of VMAccess extension was detected on your virtual machine*',
  ],
  steps: [
    listExtensions,
    readActivityLog,
    readCallerActivity,
    manualStep(
      'triage',
      'see-who-signed-in-after',
      'See who signed in after the reset',
      'The extension sets a password or key for an account, or makes a new administrator, and resets sshd or RDP to their defaults. Look for sign-ins of that account in the hour after, with their addresses. A reset on several machines within minutes is an attacker with a stolen role, not somebody who forgot a password.',
      { mandatory: true },
    ),
    windowsAccounts,
    linuxKeys,
    confirmWithOwner(
      'Ask the person behind the caller whether they reset the access, and for whom. A help desk does this; a service principal rarely.',
    ),
    {
      ...removeExtension,
      mandatory: false,
      instruction:
        'Remove VMAccessForLinux or VMAccessAgent, so that it does not set the password or key again when the machine starts. The account and its new password stay: lock them in the next step.',
    },
    manualStep(
      'contain',
      'lock-the-reset-account',
      'Lock the account that was reset or made',
      'Lock it on the machine ("usermod --lock --expiredate 1", and remove its keys; or "net user NAME /active:no") and end its sessions. If the owner needs it, give it a new password from another machine by the same way, once the caller is disabled.',
      { mandatory: true, risk: 'high' },
    ),
    { ...disableUser, mandatory: false },
    { ...revokeSessions, mandatory: false },
    changeMachineSecrets,
    rebuildMachine,
    manualStep(
      'prevent',
      'sign-in-with-roles',
      'Sign in with Entra ID instead of local passwords',
      'With the sign-in extension for Entra ID nobody has to reset local passwords, and the policy for approved extensions can refuse VMAccess. Take "virtualMachines/extensions/write" from roles of daily work, and alert on it.',
    ),
  ],
};

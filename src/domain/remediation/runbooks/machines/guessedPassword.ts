import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { changeMachineSecrets, closeWaysIn, rebuildMachine } from '../steps/machineCare.ts';
import { linuxSignIns, windowsAccounts } from '../steps/machineLooks.ts';
import { listMachineRoles } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAttackerAddress } from '../steps/networkSteps.ts';

/** A password was guessed, or known: somebody is in. */
export const guessedPassword: Runbook = {
  id: 'machine-guessed-password',
  title: 'Sign-in with a guessed password, or from a malicious address',
  alertTypes: ['VM_LoginBruteForceSuccess', 'VM_SshBruteForceSuccess'],
  alertNames: [
    'Successful brute force attack',
    'Successful SSH brute force attack',
    'A logon from a malicious IP has been detected.',
    'A logon from a malicious IP has been detected',
  ],
  steps: [
    manualStep(
      'triage',
      'follow-the-session',
      'Follow the session from its sign-in to its end',
      'Find the successful sign-in (event 4624 with type 3 or 10, or "Accepted" in the log of sshd) and note account, address and time. Take what that account did from then on: processes, new accounts, keys, downloads, sign-ins to other machines. The same address may have succeeded on other machines, so search all of them.',
      { mandatory: true },
    ),
    windowsAccounts,
    linuxSignIns,
    listMachineRoles,
    confirmWithOwner(
      'Ask the person behind the account whether they signed in at that time and from there. A forgotten scheduled job with an old password also fails many times and then succeeds.',
    ),
    denyAttackerAddress,
    manualStep(
      'contain',
      'end-session-and-lock-account',
      'Lock the account and end its sessions',
      'Lock the account first, then end what it runs: "usermod --lock --expiredate 1" and "pkill -KILL -u" with the name, or "net user NAME /active:no" and "logoff" with the number of the session. A domain account has to be disabled in the domain. Keys in authorized_keys still work for a locked account unless it is expired, too.',
      { mandatory: true, risk: 'high' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    closeWaysIn,
    manualStep(
      'prevent',
      'sign-in-without-passwords',
      'Sign in without passwords',
      'Let people sign in with Entra ID and a second factor, or with keys and "PasswordAuthentication no". Give local administrators a password of their own on each machine by Windows LAPS, and rename or disable the well-known ones: admin, administrator, root, azureuser.',
    ),
  ],
};

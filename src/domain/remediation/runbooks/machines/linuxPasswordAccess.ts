import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { rebuildMachine } from '../steps/machineCare.ts';
import { linuxAccounts, linuxConnections, linuxSignIns } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Somebody reads where passwords are kept. */
export const linuxPasswordAccess: Runbook = {
  id: 'machine-linux-password-access',
  title: 'Access to stored passwords on Linux',
  alertTypes: [],
  alertNames: ['Suspicious password access'],
  steps: [
    manualStep(
      'triage',
      'see-what-was-read',
      'See what was read, and by which program',
      'Reading /etc/shadow by passwd, sshd, sudo or a backup agent is their work; cat, tar, unshadow, or python from a shell is not. Look whether the file was copied somewhere, and whether history, .aws, .azure, .kube and keys of the same account were read as well.',
      { mandatory: true },
    ),
    linuxAccounts,
    linuxSignIns,
    linuxConnections,
    confirmWithOwner(
      'Ask whether a scanner for compliance or a backup reads this file at that time; such tools do so on every machine and daily.',
    ),
    manualStep(
      'contain',
      'end-the-reading-session',
      'End the session that read it, and lock its account',
      'Reading the hashes needs root, so whoever did so had it. Lock the account from which the session came ("usermod --lock --expiredate 1"), end its processes, and watch for sign-ins of the other accounts of the file.',
      { mandatory: true, risk: 'high' },
    ),
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    manualStep(
      'eradicate',
      'change-all-local-passwords',
      'Change all passwords of the machine',
      'Hashes are broken offline, weak ones within minutes. Change those of all local accounts and wherever else the same password is used, and remove passwords from accounts that sign in with keys. Do so from a clean session, since a keylogger would read the new ones.',
      { mandatory: true, risk: 'medium' },
    ),
    rebuildMachine,
    manualStep(
      'prevent',
      'use-no-local-passwords',
      'Keep no passwords on the machine',
      'Let people sign in with Entra ID, give applications a managed identity instead of passwords in files, use yescrypt for what is left, and watch /etc/shadow by auditd ("-w /etc/shadow -p r").',
    ),
  ],
};

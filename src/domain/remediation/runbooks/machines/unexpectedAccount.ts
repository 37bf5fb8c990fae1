import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { changeMachineSecrets } from '../steps/machineCare.ts';
import { linuxAccounts, windowsAccounts } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';

/** A door of one's own. */
export const unexpectedAccount: Runbook = {
  id: 'machine-unexpected-account',
  title: 'Unexpected account or change of a password on a machine',
  alertTypes: [],
  alertNames: [
    'Suspicious Account Creation Detected',
    'Addition of Guest account to Local Administrators group',
    'Possible password change using crypt-method detected',
  ],
  steps: [
    manualStep(
      'triage',
      'find-who-made-it',
      'Find out who made or changed the account',
      'Events 4720, 4732 and 4724 on Windows, or "useradd", "usermod" and "passwd" in the journal, name the actor and the session. Names that imitate others (adm1n, svc_backup2, a trailing "$") and passwords set by "openssl passwd" or a crypt call in a script are the mark of an attack tool; so is an account made seconds after a service was exploited.',
      { mandatory: true },
    ),
    windowsAccounts,
    linuxAccounts,
    readActivityLog,
    confirmWithOwner(
      'Ask whether a person or a pipeline made the account, for whom, and why it is not in the directory.',
    ),
    manualStep(
      'contain',
      'lock-the-new-account',
      'Lock the account and end its sessions',
      'Lock rather than delete: its profile and files are evidence. "net user NAME /active:no" and "net localgroup Administrators NAME /delete", or "usermod --lock --expiredate 1 NAME" and removal of its keys. Lock the account that made it as well, which is the one that was stolen.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'remove-what-it-owns',
      'Remove what belongs to the account',
      'Look for its tasks, services, cron lines, sudo rules, keys and shares, on this machine and wherever the same name exists: tools make the same account on every machine that they reach. Delete the account when the evidence is safe.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    manualStep(
      'prevent',
      'limit-local-accounts',
      'Do without local accounts',
      'Let people sign in to machines with Entra ID and roles in Azure, keep a single local administrator with a password by LAPS, disable Guest by policy, and alert on new members of Administrators, sudo and wheel.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { rebuildMachine } from '../steps/machineCare.ts';
import { linuxProcesses, linuxSignIns } from '../steps/machineLooks.ts';
import { snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** The same on Linux: history, auditd. */
export const clearedLinuxLogs: Runbook = {
  id: 'machine-cleared-linux-logs',
  title: 'History cleared or auditing disabled on Linux',
  alertTypes: [],
  alertNames: ['A history file has been cleared', 'Disabling of auditd logging'],
  steps: [
    manualStep(
      'triage',
      'read-what-is-left',
      'Read what is left of the session',
      'The account and time of the alert lead to a sign-in: "last", the journal, and the copies of syslog and auditd in your workspace. "HISTFILE=/dev/null", "history -c" and a link from .bash_history to /dev/null are deliberate; images and scripts that prepare a machine do the same once, at its creation.',
      { mandatory: true },
    ),
    linuxSignIns,
    linuxProcesses,
    confirmWithOwner(
      'Ask whether the account was used by a person at that time, and whether auditd was paused for its load on the machine.',
    ),
    snapshotOsDisk,
    manualStep(
      'contain',
      'start-auditing-again',
      'Start auditing again, and lock the account',
      'Restart auditd and load its rules ("augenrules --load"), so that what follows is seen. Lock the account and end its processes where its owner does not explain the clearing. Disabling audit needs root: treat the machine as taken over until you know better.',
      { mandatory: true, risk: 'medium' },
    ),
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    manualStep(
      'eradicate',
      'find-what-was-hidden',
      'Find what was to be hidden',
      'Look at files whose status changed in that hour ("find / -xdev -newerct"), at new keys, cron lines and units, and at programs that run without a file. Memory of a shell that is still open holds its history.',
      { mandatory: true, risk: 'low' },
    ),
    rebuildMachine,
    manualStep(
      'prevent',
      'make-auditing-stick',
      'Make auditing stick',
      'End the rules of auditd with "-e 2", after which they change only by a restart, and send journal and audit records to a workspace as they are written. Let people become root by sudo with their own names, never by a shared account.',
    ),
  ],
};

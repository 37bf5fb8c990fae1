import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { changeMachineSecrets, closeWaysIn, rebuildMachine } from '../steps/machineCare.ts';
import { linuxConnections, linuxDeletedPrograms, linuxSignIns, linuxStartups } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** For alerts on Linux machines that no family names. */
export const anyLinuxAlert: Runbook = {
  id: 'any-linux-alert',
  title: 'Alert on a Linux machine',
  alertTypes: [],
  generalFor: ['LinuxMachines'],
  steps: [
    manualStep(
      'triage',
      'follow-process-and-account',
      'Follow process, parent and account of the alert',
      'Put the process of the alert into a line with its parents and children, and the account with its sign-ins that day. Is the file of a package, is its folder usual, did it run last month? The first element that you cannot explain is where the investigation begins.',
      { mandatory: true },
    ),
    linuxSignIns,
    linuxConnections,
    linuxDeletedPrograms,
    linuxStartups,
    readActivityLog,
    confirmWithOwner('Ask whether they know of the activity, and what changed on the machine that day.'),
    isolateByNetworkRules('Outbound'),
    manualStep(
      'eradicate',
      'remove-what-was-left',
      'Remove what was left behind',
      'Look for accounts, keys, cron lines, units, preloaded libraries and programs in /tmp and /dev/shm that are newer than the first sign, and remove those that nobody accounts for.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    closeWaysIn,
  ],
};

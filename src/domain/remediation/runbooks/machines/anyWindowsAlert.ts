import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { changeMachineSecrets, isolateWithEndpoint, protectEndpoint, rebuildMachine } from '../steps/machineCare.ts';
import { windowsAccounts, windowsConnections, windowsServices } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** For alerts on Windows machines that no family names. */
export const anyWindowsAlert: Runbook = {
  id: 'any-windows-alert',
  title: 'Alert on a Windows machine',
  alertTypes: [],
  generalFor: ['WindowsMachines'],
  steps: [
    manualStep(
      'triage',
      'follow-process-and-account',
      'Follow process, parent and account of the alert',
      'Put the process of the alert into a line with its parents and children, and the account into a line with its sign-ins (4624) that day. Ask of each: is it signed, is its folder usual, did it run last month? The first element that you cannot explain is where the investigation begins.',
      { mandatory: true },
    ),
    windowsAccounts,
    windowsConnections,
    windowsServices,
    readActivityLog,
    confirmWithOwner('Ask whether they know of the activity, and what changed on the machine that day.'),
    isolateWithEndpoint,
    isolateByNetworkRules('Outbound'),
    manualStep(
      'eradicate',
      'remove-what-was-left',
      'Remove what was left behind',
      'Look for accounts, services, tasks, Run values, exclusions of antimalware and programs in user folders that are newer than the first sign, and remove those that nobody accounts for.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    protectEndpoint,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import { disableUser, removeFootholds, revokeSessions } from '../steps/identitySteps.ts';
import { listExtensions, snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** MicroBurst sends one command to many machines through Azure. */
export const toolkitCodeOnMachines: Runbook = {
  id: 'azure-toolkit-code-on-machines',
  title: 'Attack toolkit runs commands on virtual machines',
  alertTypes: ['ARM_MicroBurst.AzVMBulkCMD', '*RM_MicroBurst.AzureRmVMBulkCMD'],
  steps: [
    {
      ...readCallerActivity,
      instruction:
        'Lists what this account did in Azure since the day before. Write down every machine with a "runCommand/action" that succeeded: the toolkit goes through all running machines that the account may reach, so expect more than the alert names.',
    },
    listExtensions,
    snapshotOsDisk,
    confirmWithOwner(
      'Ask your security team whether a test is under way, and the person whether they sent commands to machines.',
    ),
    revokeSessions,
    optional(disableUser),
    isolateByNetworkRules('Outbound'),
    manualStep(
      'eradicate',
      'read-the-script',
      'Read what the script did on each machine',
      'The agent keeps scripts of run commands: under "RunCommandWindows" in the plugins folder on Windows, under "/var/lib/waagent/run-command" on Linux. Copy them first. Look for new accounts, dumped passwords, tokens of the managed identity and tasks that start again.',
      { mandatory: true },
    ),
    manualStep(
      'eradicate',
      'rebuild-the-machines',
      'Rebuild the machines that ran the script',
      'The script ran as SYSTEM or root. Where it did more than look around, make the machine new from an image and data from before, and renew secrets that lay on it.',
      { risk: 'high' },
    ),
    optional(removeFootholds),
    manualStep(
      'prevent',
      'forbid-run-command',
      'Take run command from daily roles',
      'Use a custom role without "runCommand" and extension writes for operators, and raise an alert on each use: few teams need it often.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog, readCallerActivity } from '../steps/commonSteps.ts';
import { disableApplication, disableUser, revokeSessions } from '../steps/identitySteps.ts';
import { changeMachineSecrets, listRunCommands, rebuildMachine } from '../steps/machineCare.ts';
import { snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** A script as root or SYSTEM, by whoever may manage the machine. */
export const runCommandAbuse: Runbook = {
  id: 'extension-run-command',
  title: 'Suspicious use of Run Command',
  alertTypes: ['VM_RunCommand*'],
  alertNames: ['*Run Command*was detected on your virtual machine*'],
  steps: [
    readActivityLog,
    readCallerActivity,
    manualStep(
      'triage',
      'read-the-script',
      'Read the script that ran',
      'The log of activities shows who ran a command ("runCommand/action") but not what. The script lies on the machine, below /var/lib/waagent/run-command/download or C:\\Packages\\Plugins\\Microsoft.CPlat.Core.RunCommandWindows, and is overwritten in time. A failure means that the caller tried where it had no right: look on which other machines it had.',
      { mandatory: true },
    ),
    listRunCommands,
    snapshotOsDisk,
    confirmWithOwner(
      'Ask the person behind the caller whether they ran it, and whether a pipeline or an automation account does so.',
    ),
    { ...disableUser, mandatory: false },
    { ...revokeSessions, mandatory: false },
    {
      ...disableApplication,
      mandatory: false,
      instruction:
        'Where the caller is an application and not a person, forbid tokens for its service principal. Everything that signs in with it stops working: find out first what that is. The Azure CLI has to be signed in to its directory.',
    },
    {
      ...isolateByNetworkRules('Outbound'),
      instruction:
        'What the script started goes on, whoever called it. This rule with the first priority refuses all outbound traffic of everything behind the network security group; it also keeps the answers of further run commands from coming back. Open connections may last until their process ends.',
    },
    manualStep(
      'eradicate',
      'undo-the-script',
      'Take back what the script did',
      'Go through the script line by line: accounts, keys, downloads, tasks, exclusions of antimalware. Remove managed run commands that nobody ordered ("az vm run-command delete"), since those run again when they are updated. Look for the same caller on all machines of the subscription.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    manualStep(
      'prevent',
      'limit-run-command',
      'Let few people run commands',
      'The action "virtualMachines/runCommand/action" is part of Virtual Machine Contributor and everything above. Give those who operate machines a role without it, make the others eligible by Privileged Identity Management for hours, and alert on the action in the activity log.',
    ),
  ],
};

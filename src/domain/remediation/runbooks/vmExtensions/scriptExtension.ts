import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog, readCallerActivity } from '../steps/commonSteps.ts';
import { disableUser, revokeSessions } from '../steps/identitySteps.ts';
import { changeMachineSecrets, rebuildMachine, removeExtension } from '../steps/machineCare.ts';
import { listExtensions, snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Custom script or DSC: code that Azure itself carries into the machine. */
export const scriptExtension: Runbook = {
  id: 'extension-script',
  title: 'Suspicious script extension on a machine',
  alertTypes: ['VM_CustomScriptExtension*', 'VM_DSCExtension*'],
  alertNames: ['*custom script extension*', '*Desired State Configuration (DSC) extension*'],
  steps: [
    listExtensions,
    readActivityLog,
    readCallerActivity,
    manualStep(
      'triage',
      'read-the-script',
      'Read the script and where it came from',
      'The settings of the extension name files and command, unless they are protected; then the script lies on the machine below C:\\Packages\\Plugins or /var/lib/waagent/custom-script. Look at the address it was fetched from: GitHub, a paste service or a storage account that is not yours. A deleted extension was to hide exactly this.',
      { mandatory: true },
    ),
    snapshotOsDisk,
    confirmWithOwner(
      'Ask whether a deployment, an agent roll-out or a scale set brought the extension: those do the same on many machines with the same script.',
    ),
    removeExtension,
    { ...disableUser, mandatory: false },
    { ...revokeSessions, mandatory: false },
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    manualStep(
      'eradicate',
      'undo-the-script',
      'Take back what the script did',
      'Go through the script: accounts, keys, services, tasks, downloads, miners. With DSC look at the configuration that the machine pulls as well, or it is set again every 15 to 30 minutes. Where the script cannot be had any more, treat the machine as taken over.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    manualStep(
      'prevent',
      'allow-known-extensions',
      'Allow only extensions that you use',
      'Assign the policy "Only approved VM extensions should be installed", refuse CustomScript and DSC where no deployment needs them, keep scripts in a storage account of your own that the machine reads by its identity, and give few people Virtual Machine Contributor.',
    ),
  ],
};

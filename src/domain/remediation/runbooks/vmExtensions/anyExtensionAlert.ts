import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog, readCallerActivity } from '../steps/commonSteps.ts';
import { disableUser, revokeSessions } from '../steps/identitySteps.ts';
import { changeMachineSecrets, removeExtension } from '../steps/machineCare.ts';
import { listExtensions } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** For alerts about extensions that no family names. */
export const anyExtensionAlert: Runbook = {
  id: 'any-extension-alert',
  title: 'Alert about an extension of a machine',
  alertTypes: [],
  generalFor: ['VMExtensions'],
  steps: [
    listExtensions,
    readActivityLog,
    readCallerActivity,
    confirmWithOwner('Ask whether a deployment or a policy installs this extension, and why on this machine.'),
    removeExtension,
    { ...disableUser, mandatory: false },
    { ...revokeSessions, mandatory: false },
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    manualStep(
      'eradicate',
      'undo-the-extension',
      'Take back what the extension did',
      'Extensions run as root or SYSTEM. Read its log (C:\\WindowsAzure\\Logs\\Plugins or /var/log/azure), look for accounts, services and files that are newer than it, and look for the same caller on other machines.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    manualStep(
      'prevent',
      'allow-known-extensions',
      'Allow only extensions that you use',
      'Assign the policy "Only approved VM extensions should be installed", and give the right to write extensions to pipelines and few people.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import {
  changeMachineSecrets,
  endProcess,
  isolateWithEndpoint,
  limitScripting,
  rebuildMachine,
} from '../steps/machineCare.ts';
import { windowsConnections, windowsStartups } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAddressOutbound } from '../steps/networkSteps.ts';

/** PowerShell that does what attackers' scripts do. */
export const suspiciousPowerShell: Runbook = {
  id: 'machine-suspicious-powershell',
  title: 'Suspicious PowerShell',
  alertTypes: ['VM_*PowerShell*'],
  alertNames: [
    'Suspicious PowerShell Activity Detected',
    'Suspicious PowerShell cmdlets executed',
    'Dynamic PS script construction',
    'Detected suspicious combination of HTA and PowerShell',
  ],
  steps: [
    manualStep(
      'triage',
      'read-the-script',
      'Read the script in clear text',
      'Event 4104 holds each script block as it ran, after all decoding; without it, decode the argument of -EncodedCommand (Base64 of UTF-16) on another machine and never run it. What does it load, from where, with whose rights? Names such as Invoke-Mimikatz, PowerView or AmsiUtils need no further proof.',
      { mandatory: true },
    ),
    windowsConnections,
    windowsStartups,
    confirmWithOwner(
      'Ask whether a management tool or a script of an administrator ran at that time. Deployment tools do build long encoded commands, from the same parent each time.',
    ),
    { ...denyAddressOutbound, mandatory: false },
    isolateWithEndpoint,
    endProcess,
    manualStep(
      'eradicate',
      'remove-what-it-loaded',
      'Remove what the script loaded and left',
      'Look for files that it fetched, tasks and services that it made, scripts hidden in values of the registry or in subscriptions of WMI, changed profiles of PowerShell, and new exclusions of antimalware. Follow the parent: HTA, macro or web server is the way in.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    limitScripting,
  ],
};

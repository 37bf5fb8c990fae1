import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { closeWaysIn, protectEndpoint, rebuildMachine } from '../steps/machineCare.ts';
import { windowsLogonHelpers, windowsServices, windowsStartups } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';

/** What lets an attacker come back after a restart or before a sign-in. */
export const windowsPersistence: Runbook = {
  id: 'machine-windows-persistence',
  title: 'Hidden way back into Windows',
  alertTypes: ['VM_SvcHostRunInRareServiceGroup'],
  alertNames: ['Sticky keys attack detected', 'Suspect service installation', 'Rare SVCHOST service group executed'],
  steps: [
    manualStep(
      'triage',
      'judge-the-change',
      'Judge the service or program that was put in',
      'Look at the signature, hash, folder and age of the program, and at who installed it. PsExec, remote support and deployment tools install services with odd names for minutes. A replaced program of the sign-in screen has no good reason, except that somebody lost the password and used the trick himself.',
      { mandatory: true },
    ),
    windowsServices,
    windowsStartups,
    windowsLogonHelpers,
    confirmWithOwner('Ask whether software was rolled out, or access recovered, at that time.'),
    manualStep(
      'contain',
      'stop-the-service',
      'Stop what was installed, and close RDP',
      'Stop and disable the service ("sc stop", "sc config NAME start= disabled") but keep its file and key. With a replaced program on the sign-in screen anybody who reaches port 3389 is SYSTEM: close the port before anything else.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'put-back-system-files',
      'Remove the hook and put back the files of Windows',
      'Delete the service, task or Debugger value, run "sfc /scannow" to put back replaced files, and look at the remaining hooks: Run keys, Winlogon, AppInit, services whose DLL lies outside System32, subscriptions of WMI. Attackers use more than one.',
      { mandatory: true, risk: 'medium' },
    ),
    rebuildMachine,
    closeWaysIn,
    protectEndpoint,
  ],
};

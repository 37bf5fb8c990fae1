import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { isolateWithEndpoint, rebuildMachine } from '../steps/machineCare.ts';
import { windowsAntimalware, windowsFirewall, windowsStartups } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Settings that protect Windows were lowered. */
export const weakenedWindows: Runbook = {
  id: 'machine-weakened-windows',
  title: 'Protection of Windows lowered',
  alertTypes: [],
  alertNames: [
    'Detected change to a registry key that can be abused to bypass UAC',
    'Detected suppression of legal notice displayed to users at logon',
    'Detected suspicious use of Cacls to lower the security state of the system',
    'Detected the disabling of critical services',
    'Detected suspicious new firewall rule',
    'Suspicious WindowPosition registry value detected',
  ],
  steps: [
    manualStep(
      'triage',
      'see-what-was-lowered',
      'See what was lowered, and by which program',
      'Take command line and parent from the alert. Stopped services (update, firewall, Defender, backup) come before malware or ransomware; a key of UAC, before a program with full rights; a window moved off the screen hides a console; rights given to Everyone open a system folder for a later file.',
      { mandatory: true },
    ),
    windowsFirewall,
    windowsAntimalware,
    windowsStartups,
    confirmWithOwner('Ask whether an installer, a group policy or an administrator made the change.'),
    manualStep(
      'contain',
      'put-settings-back',
      'Put the settings back',
      'Start the services again, remove the firewall rule, restore rights ("icacls /reset" on the folder) and the value of the registry. Note before what it was. A setting that falls back within minutes is held by something that runs: find it first.',
      { mandatory: true, risk: 'medium' },
    ),
    isolateWithEndpoint,
    manualStep(
      'eradicate',
      'find-what-followed',
      'Find what followed the change',
      'Lowered protection is a preparation. Read the hour after it: programs with full rights, connections through the opened port, files in the opened folder, tasks. Remove them, and the program that made the change.',
      { mandatory: true, risk: 'medium' },
    ),
    rebuildMachine,
    manualStep(
      'prevent',
      'hold-settings-by-policy',
      'Hold the settings by policy',
      'Set them by machine configuration of Azure Policy, Intune or group policy, which put them back and report. Turn on tamper protection, let local firewall rules be ignored ("Apply local firewall rules: No"), and take administrator rights from accounts that work every day.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import {
  changeMachineSecrets,
  endProcess,
  isolateWithEndpoint,
  limitScripting,
  rebuildMachine,
} from '../steps/machineCare.ts';
import { windowsConnections, windowsDetections, windowsServices } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** A process whose name, place or parent is wrong. */
export const suspiciousWindowsProcess: Runbook = {
  id: 'machine-suspicious-windows-process',
  title: 'Suspicious process on Windows',
  alertTypes: ['VM_SystemProcessInAbnormalContext', 'VM_SuspiciousActivity'],
  alertNames: [
    'Executable found running from a suspicious location',
    'Suspicious process executed',
    'Suspicious process name detected',
    'Suspiciously named process detected',
    'Suspicious system process executed',
    'Suspicious SVCHOST process executed',
    'Suspicious double extension file executed',
    'Suspicious Activity Detected',
    'Detected suspicious file creation',
    'Unusual process execution detected',
  ],
  steps: [
    manualStep(
      'triage',
      'judge-the-process',
      'Judge the process by path, signature and parent',
      'The real svchost lies in System32, has services.exe as parent and "-k" in its line; lsass and csrss start once, at boot. A program in Temp, Public, ProgramData or the recycle bin, without a signature, with a name one letter away from a known one or with ".pdf.exe" at its end is malware until shown otherwise.',
      { mandatory: true },
    ),
    windowsDetections,
    windowsConnections,
    windowsServices,
    confirmWithOwner(
      'Ask whether software was installed or is developed on this machine, and whether its name and folder are known.',
    ),
    isolateWithEndpoint,
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    endProcess,
    manualStep(
      'eradicate',
      'remove-file-and-start',
      'Remove the file and what starts it',
      'Quarantine the file, search all machines for its hash, and remove the service, task or Run value that starts it. Then follow the chain upward: a document, a remote session or a web server brought it.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    limitScripting,
  ],
};

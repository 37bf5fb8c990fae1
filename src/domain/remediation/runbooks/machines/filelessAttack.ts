import type { Runbook } from '../runbook.ts';
import {
  changeMachineSecrets,
  endProcess,
  isolateWithEndpoint,
  protectEndpoint,
  rebuildMachine,
} from '../steps/machineCare.ts';
import { linuxDeletedPrograms, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Code in the memory of a process that has no file. */
export const filelessAttack: Runbook = {
  id: 'machine-fileless-attack',
  title: 'Malicious code in the memory of a process',
  alertTypes: ['VM_FilelessAttack*'],
  alertNames: [
    'Fileless attack behavior detected',
    'Fileless attack technique detected',
    'Fileless attack toolkit detected',
    'Shellcode detected',
    'Suspicious code segment detected',
  ],
  steps: [
    manualStep(
      'triage',
      'judge-the-process',
      'Judge the process that holds the code',
      'The alert names the process and what its memory holds: injected code, a known toolkit, calls that look up functions. Compilers at run time (.NET, Java, browsers, games) and some security products look alike. A toolkit by name, or code in a system process with a connection to the internet, is an attack.',
      { mandatory: true },
    ),
    linuxDeletedPrograms,
    windowsConnections,
    manualStep(
      'triage',
      'keep-the-memory',
      'Keep the memory before anything ends',
      'The code exists in memory only: ending the process or stopping the machine destroys it. Take a dump of the process (procdump -ma, or gcore), or of all memory (WinPmem, AVML), write it to a disk of its own, and copy that away. Do not restart the machine before.',
      { mandatory: true, risk: 'low' },
    ),
    isolateWithEndpoint,
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    endProcess,
    manualStep(
      'eradicate',
      'find-what-loads-it',
      'Find what loads it again',
      'Something put the code there and will after a restart: a service, a task, a subscription of WMI, a registry value with encoded text, a web application that was exploited, a preloaded library. A service that crashed shortly before was probably the way in.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    protectEndpoint,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { changeMachineSecrets, endProcess, limitWayOut, rebuildMachine } from '../steps/machineCare.ts';
import { linuxConnections, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAddressOutbound, isolateByNetworkRules } from '../steps/networkSteps.ts';

/** The machine talks in a way that suggests malware. */
export const suspiciousMachineNetwork: Runbook = {
  id: 'machine-suspicious-network',
  title: 'Suspicious network activity of a machine',
  alertTypes: [],
  alertNames: ['Detected suspicious network activity'],
  steps: [
    manualStep(
      'triage',
      'find-the-talking-process',
      'Find the process behind the traffic',
      'Take addresses and ports from the alert and match them with processes on the machine. Many short connections to one port of many addresses are a scan or guessing of passwords; one connection that returns every minute is a beacon; a large amount outward is data. Backup, monitoring and scanners explain most of the rest.',
      { mandatory: true },
    ),
    linuxConnections,
    windowsConnections,
    confirmWithOwner('Ask whether a scanner, a load test or a new integration runs on this machine.'),
    denyAddressOutbound,
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    endProcess,
    manualStep(
      'eradicate',
      'remove-the-program',
      'Remove the program and its start',
      'Remove the file of the process, what starts it, and what brought it. Look at the targets inside your network as well: what it reached may carry the same program now.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    limitWayOut,
  ],
};

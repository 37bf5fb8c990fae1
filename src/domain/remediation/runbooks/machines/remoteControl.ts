import type { Runbook } from '../runbook.ts';
import {
  changeMachineSecrets,
  endProcess,
  isolateWithEndpoint,
  limitWayOut,
  rebuildMachine,
} from '../steps/machineCare.ts';
import { linuxConnections, windowsConnections, windowsFirewall } from '../steps/machineLooks.ts';
import { snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyMachineTokens, isolateByNetworkRules } from '../steps/networkSteps.ts';

/** A program that takes orders from outside. */
export const remoteControl: Runbook = {
  id: 'machine-remote-control',
  title: 'Backdoor or remote control of a machine',
  alertTypes: [],
  alertNames: [
    'Possible backdoor detected',
    'Malicious firewall rule created by ZINC server implant',
    'Detected suspicious named pipe communications',
    'Detected potentially suspicious use of Telegram tool',
    'Screenshot taken on host',
  ],
  steps: [
    manualStep(
      'triage',
      'find-the-channel',
      'Find the program and its channel',
      'Which process listens or connects, to where, since when, and what started it? A shell with its input and output on a socket, a pipe with the default name of a toolkit, a rule for a port that no software of yours uses, or a messenger on a server are the usual forms. Note address, port and hash, and search all machines for them.',
      { mandatory: true },
    ),
    linuxConnections,
    windowsConnections,
    windowsFirewall,
    snapshotOsDisk,
    isolateWithEndpoint,
    isolateByNetworkRules('Outbound'),
    denyMachineTokens,
    endProcess,
    manualStep(
      'eradicate',
      'remove-the-backdoor',
      'Remove the backdoor and its second one',
      'Remove file, service, task, cron line, firewall rule and account. Attackers who work by hand keep a second channel that stays silent: look for remote support tools, tunnels (ssh -R, chisel, ngrok, cloudflared) and web shells before you call it done.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    limitWayOut,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { changeMachineSecrets, endProcess, isolateWithEndpoint, rebuildMachine } from '../steps/machineCare.ts';
import { linuxConnections, windowsAccounts, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** The machine guesses passwords of others: it is taken, and the attacker moves on. */
export const outgoingBruteForce: Runbook = {
  id: 'network-outgoing-brute-force',
  title: 'Password guessing or spreading from a machine',
  alertTypes: ['RDP_Outgoing_*', 'SSH_Outgoing_*', 'SQL_Outgoing_*', 'Generic_Outgoing_*'],
  alertNames: ['Suspicious outgoing * traffic detected', 'Suspicious outgoing * network activity*'],
  steps: [
    manualStep(
      'triage',
      'tell-inside-from-outside',
      'See whether the targets are yours',
      'Targets in your own network mean that somebody moves from machine to machine: look on each of them for a successful sign-in from this one. Targets on the internet mean that the machine works for others, and your address ends up on lists. Jump hosts, scanners and configuration tools look similar and are known by name.',
      { mandatory: true },
    ),
    linuxConnections,
    windowsConnections,
    windowsAccounts,
    confirmWithOwner(
      'Ask whether the machine is a jump host, runs Ansible or a scanner, or tests others with permission.',
    ),
    isolateWithEndpoint,
    isolateByNetworkRules('Outbound'),
    endProcess,
    changeMachineSecrets,
    rebuildMachine,
    manualStep(
      'prevent',
      'separate-machines',
      'Keep machines from reaching each other for management',
      'Allow 22, 3389, 5985 and 445 from jump hosts or Azure Bastion only, by rules with application security groups. The default rule AllowVnetInBound lets everything through inside a virtual network and what is peered with it: put a refusal before it.',
    ),
  ],
};

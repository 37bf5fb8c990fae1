import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { changeMachineSecrets, endProcess, limitWayOut, rebuildMachine } from '../steps/machineCare.ts';
import { linuxConnections, windowsConnections } from '../steps/machineLooks.ts';
import { listMachineRoles } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAddressOutbound, denyMachineTokens, isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Traffic with a known server of commands, or the address itself is known to be bad. */
export const maliciousTraffic: Runbook = {
  id: 'network-malicious-traffic',
  title: 'Traffic with a server that controls malware',
  alertTypes: ['Network_CommunicationWithC2', 'Network_ResourceIpIndicatedAsMalicious'],
  alertNames: ['Network communication with a malicious machine detected', 'Possible compromised machine detected'],
  steps: [
    manualStep(
      'triage',
      'find-the-machine-behind',
      'Find the machine and the process that talk',
      'With a load balancer, application gateway or NAT the alert names the front: take time and ports, and look in the flow logs for the machine behind it. On the machine find the process that holds the connection. A single packet that came in and got no answer is noise; an answer, or a connection that returns, is not.',
      { mandatory: true },
    ),
    linuxConnections,
    windowsConnections,
    listMachineRoles,
    confirmWithOwner(
      'Ask whether the machine relays traffic of others (VPN, proxy, Tor) or gathers malware for research.',
    ),
    denyAddressOutbound,
    isolateByNetworkRules('Outbound'),
    denyMachineTokens,
    endProcess,
    changeMachineSecrets,
    rebuildMachine,
    limitWayOut,
  ],
};

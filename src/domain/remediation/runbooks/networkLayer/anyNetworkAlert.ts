import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { closeWaysIn, limitWayOut } from '../steps/machineCare.ts';
import { linuxConnections, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAddressOutbound, denyAttackerAddress, listNetworkRules } from '../steps/networkSteps.ts';

/** For alerts of the network that no family names. */
export const anyNetworkAlert: Runbook = {
  id: 'any-network-alert',
  title: 'Alert about network traffic',
  alertTypes: [],
  generalFor: ['NetworkLayer'],
  steps: [
    manualStep(
      'triage',
      'tell-direction-and-answer',
      'See direction, ports and whether there was an answer',
      'Inward without an answer is a probe; inward with an answer means that a service is open; outward means that something runs on your side. Take addresses, ports and amounts from the alert and look for the rest in the flow logs of the virtual network.',
      { mandatory: true },
    ),
    listNetworkRules,
    linuxConnections,
    windowsConnections,
    confirmWithOwner('Ask whether they know the addresses and ports, and what the machine is for.'),
    denyAttackerAddress,
    { ...denyAddressOutbound, mandatory: false },
    manualStep(
      'eradicate',
      'remove-the-cause',
      'Remove what caused the traffic',
      'End the process or close the service behind the traffic, and remove what started it. Where a process cannot be explained, go on as with malware: keep the disk, change the secrets, build the machine anew.',
      { mandatory: true, risk: 'medium' },
    ),
    closeWaysIn,
    limitWayOut,
  ],
};

import { manualStep } from '../../steps/manualStep.ts';
import type { OperationFamily } from './operationFamily.ts';

/** From one resource to the next: password resets on machines, peerings, identities that are attached. */
export const lateralMovement: OperationFamily = {
  id: 'lateral-movement',
  purpose: 'move to other resources',
  tactics: ['LateralMovement'],
  question: 'Ask whether machines, networks or identities were connected on purpose at that time.',
  triage: [
    manualStep(
      'triage',
      'draw-the-path',
      'Draw the path from one resource to the next',
      'Look for passwords that were reset through the access extension, identities that were attached to machines, peerings, gateways, Bastion sessions and serial console connections. For each, note what can be reached from there: that is where to look next.',
      { mandatory: true },
    ),
  ],
  contain: [
    manualStep(
      'contain',
      'cut-the-path',
      'Cut the path',
      'Remove peerings and attached identities that nobody accounts for, turn off the serial console, and isolate the machines at the end of the path. Work from the most valuable end backwards.',
      { mandatory: true, risk: 'high' },
    ),
  ],
  eradicate: [
    manualStep(
      'eradicate',
      'examine-each-stop',
      'Examine every resource on the path',
      'On each machine look for new accounts, keys and services; for each identity read what it did. Rebuild machines on which code ran, and renew secrets that they held.',
      { risk: 'medium' },
    ),
  ],
  recover: [],
  prevent: [
    manualStep(
      'prevent',
      'separate-networks',
      'Separate networks and identities',
      'Let production and other environments share neither networks nor identities, and give each machine an identity of its own with the few rights that it needs.',
    ),
  ],
};

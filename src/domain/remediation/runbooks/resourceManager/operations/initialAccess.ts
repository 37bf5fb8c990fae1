import { manualStep } from '../../steps/manualStep.ts';
import type { OperationFamily } from './operationFamily.ts';

/** A door is opened: public addresses, firewall rules, invitations, just-in-time requests. */
export const initialAccess: OperationFamily = {
  id: 'initial-access',
  purpose: 'open a way in',
  tactics: ['InitialAccess'],
  question: 'Ask whether somebody opened a port, a firewall or an invitation at that time, and for whom.',
  triage: [
    manualStep(
      'triage',
      'list-opened-doors',
      'List which doors were opened',
      'Look for new or changed public addresses, network rules, firewall rules of databases and vaults, public network access, just-in-time requests and guests. Note from which address the change was made and to which one it opens.',
      { mandatory: true },
    ),
  ],
  contain: [
    manualStep(
      'contain',
      'close-opened-doors',
      'Close what was opened',
      'Take back each change on your list, beginning with management ports and databases. Look at connections that exist already: a new deny rule of a network security group does not end those that were let in.',
      { mandatory: true, risk: 'medium' },
    ),
  ],
  eradicate: [
    manualStep(
      'eradicate',
      'look-behind-the-doors',
      'Look whether somebody came in',
      'For the time in which the door was open, read the sign-ins and connections of what lay behind it. One success from the address that it was opened for makes that resource a part of the incident.',
    ),
  ],
  recover: [],
  prevent: [
    manualStep(
      'prevent',
      'deny-public-doors',
      'Deny public doors by policy',
      'Use Azure Policy to deny public addresses on machines, public network access of data services and wide network rules, with exemptions that end.',
    ),
  ],
};

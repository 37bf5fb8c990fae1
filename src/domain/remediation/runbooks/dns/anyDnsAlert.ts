import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import {
  filterNames,
  findAskingProcess,
  linkBlockingZone,
  makeBlockingZone,
  seeWhatFollowed,
} from '../steps/dnsSteps.ts';
import { endProcess } from '../steps/machineCare.ts';
import { linuxProcesses, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';

/** For alerts of DNS that no family names. */
export const anyDnsAlert: Runbook = {
  id: 'any-dns-alert',
  title: 'Alert about name resolution',
  alertTypes: [],
  generalFor: ['DNS'],
  steps: [
    findAskingProcess,
    seeWhatFollowed,
    linuxProcesses,
    windowsConnections,
    confirmWithOwner('Ask whether they know the domain, and what on the machine would ask for it.'),
    makeBlockingZone,
    linkBlockingZone,
    { ...endProcess, title: 'End the program that asks' },
    manualStep(
      'eradicate',
      'remove-the-program',
      'Remove the program and its start',
      'Remove the program that asked, what starts it and what brought it, on every machine that asked for the same name.',
      { mandatory: true, risk: 'medium' },
    ),
    filterNames,
  ],
};

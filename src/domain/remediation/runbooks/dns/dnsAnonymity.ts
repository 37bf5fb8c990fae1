import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { filterNames, findAskingProcess, linkBlockingZone, makeBlockingZone } from '../steps/dnsSteps.ts';
import { endProcess, rebuildMachine } from '../steps/machineCare.ts';
import { linuxConnections, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Tor, or a page that leads there. */
export const dnsAnonymity: Runbook = {
  id: 'dns-anonymity-network',
  title: 'Use of an anonymity network',
  alertTypes: ['AzureDNS_DarkWeb*'],
  alertNames: ['Anonymity network activity*'],
  steps: [
    findAskingProcess,
    linuxConnections,
    windowsConnections,
    manualStep(
      'triage',
      'judge-the-purpose',
      'Judge what the network is used for',
      'A server has no reason to use Tor. Ransomware shows its page for payment there, malware fetches orders through gateways such as onion.ws without having Tor itself, and thieves send data away. On a desktop in Azure it can be a person with a browser. Look at the amount and the hours.',
      { mandatory: true },
    ),
    confirmWithOwner('Ask the people who use the machine whether they run Tor or opened such a page, and what for.'),
    makeBlockingZone,
    linkBlockingZone,
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    endProcess,
    manualStep(
      'eradicate',
      'see-what-was-sent',
      'See what was sent or fetched',
      'Compare the amount that left with what the machine usually sends, and look for archives (rar, 7z, tar.gz) made shortly before. Fetched programs lie in the folder of the process. Change the secrets that were within reach.',
      { mandatory: true, risk: 'low' },
    ),
    rebuildMachine,
    filterNames,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import {
  filterNames,
  findAskingProcess,
  linkBlockingZone,
  makeBlockingZone,
  seeWhatFollowed,
} from '../steps/dnsSteps.ts';
import { changeMachineSecrets, endProcess, rebuildMachine } from '../steps/machineCare.ts';
import { linuxConnections, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** A domain that is known for malware. */
export const dnsMaliciousDomain: Runbook = {
  id: 'dns-malicious-domain',
  title: 'Question for a domain that is known to be malicious',
  alertTypes: ['AzureDNS_ThreatIntelSuspectDomain', 'AzureDNS_SuspiciousDomain'],
  alertNames: [
    'Communication with suspicious domain identified by threat intelligence',
    'Network intrusion detection signature activation',
  ],
  steps: [
    manualStep(
      'triage',
      'look-up-the-domain',
      'Look up what the domain is known for',
      'The report in the alert tells actor and malware where it is known. Look at the age and owner of the domain, and search your logs for every machine that asked for it. Lists age: a domain that was hosting malware last year may be harmless, and a good site may have been broken into.',
      { mandatory: true },
    ),
    findAskingProcess,
    seeWhatFollowed,
    windowsConnections,
    linuxConnections,
    confirmWithOwner(
      'Ask whether somebody examines malware or links here, or whether the software in question comes from that domain.',
    ),
    makeBlockingZone,
    linkBlockingZone,
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    endProcess,
    changeMachineSecrets,
    rebuildMachine,
    filterNames,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { filterNames, findAskingProcess, linkBlockingZone, makeBlockingZone } from '../steps/dnsSteps.ts';
import { changeMachineSecrets, endProcess, rebuildMachine } from '../steps/machineCare.ts';
import { linuxProcesses } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAzureNameService, isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Data in questions and answers of DNS: it passes most firewalls. */
export const dnsTunnel: Runbook = {
  id: 'dns-tunnel',
  title: 'Data transfer through DNS',
  alertTypes: ['AzureDNS_Data*', 'AzureDNS_ProtocolAnomaly'],
  alertNames: ['Possible data * DNS tunnel', 'Anomalous network protocol usage'],
  steps: [
    manualStep(
      'triage',
      'judge-the-queries',
      'Judge the names that are asked for',
      'A tunnel asks for thousands of different long names below one domain, often of type TXT, NULL or CNAME, at a steady rate. Antivirus, reputation services and content networks encode data into names as well, below domains of their makers. Look up who owns the domain and since when: a week old is a bad sign.',
      { mandatory: true },
    ),
    findAskingProcess,
    linuxProcesses,
    confirmWithOwner('Ask whether a security product, a VPN or a penetration test on this machine works over DNS.'),
    {
      ...denyAzureNameService,
      mandatory: true,
      instruction:
        'A tunnel through the resolver of Azure passes every rule for all addresses, so isolating the machine does not stop it. This rule names the resolver, and most software on the machine stops with it. Where machines ask name servers of your own, block the domain there instead.',
    },
    makeBlockingZone,
    linkBlockingZone,
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    { ...endProcess, mandatory: false },
    manualStep(
      'eradicate',
      'estimate-what-left',
      'Estimate what left the machine',
      'Count the queries: about 100 to 200 bytes outward fit into each, so 10,000 of them carry one or two megabytes. Compare with files that the process had open. Change secrets that may have been among them, and tell those responsible for data protection if it was data of people.',
      { mandatory: true, risk: 'none' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    filterNames,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { filterNames, findAskingProcess } from '../steps/dnsSteps.ts';
import { changeMachineSecrets, endProcess, isolateWithEndpoint, rebuildMachine } from '../steps/machineCare.ts';
import { linuxProcesses, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Malware that looks for its master under names made by a formula, or whose master was taken away. */
export const dnsGeneratedDomains: Runbook = {
  id: 'dns-generated-domains',
  title: 'Questions for generated or sinkholed domains',
  alertTypes: ['AzureDNS_DomainGenerationAlgorithm', 'AzureDNS_RandomizedDomain', 'AzureDNS_SinkholedDomain'],
  alertNames: [
    'Communication with suspicious algorithmically generated domain',
    'Communication with suspicious random domain name',
    'Attempted communication with suspicious sinkholed domain',
  ],
  steps: [
    manualStep(
      'triage',
      'tell-malware-from-software',
      'Tell malware from software that makes up names',
      'Malware asks for dozens of names without meaning, and most answers are that there is no such name. Chromium asks for three such names at each start; content networks and telemetry have long names below known domains. A sinkholed domain leaves no doubt about the kind: researchers hold it because malware asks for it.',
      { mandatory: true },
    ),
    findAskingProcess,
    windowsConnections,
    linuxProcesses,
    confirmWithOwner(
      'Ask whether a browser, a crawler or a mail gateway runs on this machine: they ask for names that others made up.',
    ),
    isolateWithEndpoint,
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    endProcess,
    manualStep(
      'eradicate',
      'remove-the-bot',
      'Remove the bot and what it loaded',
      'Scan offline, and search for the start of the process: task, service, Run value, cron line. Such bots load other malware on order, so look for programs since the first of these questions, which may be weeks ago.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    filterNames,
  ],
};

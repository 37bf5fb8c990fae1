import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { filterNames, findAskingProcess, linkBlockingZone, makeBlockingZone } from '../steps/dnsSteps.ts';
import { changeMachineSecrets, endProcess, rebuildMachine } from '../steps/machineCare.ts';
import { linuxProcesses, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';

/** A mining pool was looked up. */
export const dnsMining: Runbook = {
  id: 'dns-currency-mining',
  title: 'Questions for mining pools',
  alertTypes: ['AzureDNS_CurrencyMining'],
  alertNames: ['Digital currency mining activity'],
  steps: [
    findAskingProcess,
    linuxProcesses,
    windowsConnections,
    {
      ...manualStep(
        'triage',
        'see-processor-load',
        'See the load of the processor',
        'Shows the load in steps of an hour since the week before. A rise at one moment to a level that then stays day and night is a miner, and the moment is when it came in. No rise at all points to a question without a miner, by a scanner or a page in a browser.',
      ),
      command: {
        tool: 'az',
        args: [
          ...['monitor', 'metrics', 'list', '--resource={vm}', '--metrics=Percentage CPU', '--interval=1h'],
          ...['--aggregation=Average', '--start-time={weekBefore}', '--output=table'],
        ],
      },
    },
    confirmWithOwner('Ask whether anybody mines on this machine, or runs a node or a wallet on purpose.'),
    makeBlockingZone,
    linkBlockingZone,
    {
      ...endProcess,
      instruction:
        'Copy the program and its configuration, then end it with its watcher and remove what starts it: cron, service, task or container. Blocking the pool alone makes the miner take the next one of its list, or an address.',
    },
    manualStep(
      'eradicate',
      'close-the-hole',
      'Find and close the way in',
      'Miners come by guessed SSH and RDP passwords, open Docker, Redis or Jupyter, and fresh holes in web applications. Look at the hour before the load rose. Whoever left a miner could have left anything.',
      { mandatory: true, risk: 'low' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    filterNames,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import {
  changeMachineSecrets,
  closeWaysIn,
  endProcess,
  limitWayOut,
  listMachines,
  rebuildMachine,
} from '../steps/machineCare.ts';
import { linuxProcesses, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Somebody else earns money with the processor. The miner is the harmless part: the way in is open to others. */
export const cryptoMining: Runbook = {
  id: 'machine-crypto-mining',
  title: 'Mining of digital currency on a machine',
  alertTypes: ['VM_MinerInContainerImage', 'VM_*CryptoMiner*', 'VM_*CoinMiner*'],
  alertNames: [
    'Digital currency mining related behavior detected',
    'Process associated with digital currency mining detected',
    'Container with a miner image detected',
  ],
  steps: [
    manualStep(
      'triage',
      'find-the-way-in',
      'Find out how the miner came in',
      'Take the time of the first miner process and look at the hour before: a sign-in over SSH or RDP, a request to a web application, an open Docker port (2375), a Run Command or an extension. The parent of the process usually tells. Several groups use the same way in, so look for more than the miner.',
      { mandatory: true },
    ),
    linuxProcesses,
    windowsConnections,
    listMachines,
    confirmWithOwner('Ask whether anybody mines or tests performance on this machine on purpose.'),
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    {
      ...endProcess,
      instruction:
        'Copy the program and its configuration first: the wallet in it links this machine to others. Then end the process with its watcher and remove its cron lines, services or tasks, or stop the container and delete the image that it came from. A miner that returns within a minute still has its downloader.',
    },
    changeMachineSecrets,
    rebuildMachine,
    closeWaysIn,
    limitWayOut,
  ],
};

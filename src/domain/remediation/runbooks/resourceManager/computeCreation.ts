import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import { disableUser, removeFootholds, revokeSessions } from '../steps/identitySteps.ts';
import { deallocateMachine } from '../steps/machineSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Many or large machines appear: usually to mine coins on your bill. */
export const computeCreation: Runbook = {
  id: 'azure-compute-creation',
  title: 'Suspicious creation of machines',
  alertTypes: ['ARM_SuspiciousComputeCreation'],
  steps: [
    {
      id: 'list-machines',
      phase: 'triage',
      title: 'List the machines with size, region and age',
      instruction:
        'Lists the machines of the subscription. Miners take sizes with GPU or many cores, regions where you have nothing, and names with numbers. Look at scale sets, batch pools, container instances, Kubernetes and machine learning clusters as well: they mine just as well.',
      mandatory: true,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['vm', 'list', '--query=[].[timeCreated,name,resourceGroup,location,hardwareProfile.vmSize]'],
          '--output=table',
        ],
      },
    },
    optional(readCallerActivity),
    confirmWithOwner(
      'Ask whether a load test, a training run or a new environment was planned, with these sizes and in these regions. Have the price of an hour at hand: it helps to decide fast.',
    ),
    revokeSessions,
    optional(disableUser),
    deallocateMachine,
    manualStep(
      'contain',
      'stop-the-other-machines',
      'Stop all other machines that were made',
      'Stop every machine, pool and cluster on your list, in all regions and subscriptions that the account may reach. Note requests for higher quota: they are prepared days before. Costs run on until the machines are deallocated, shutting down inside is not enough.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'delete-the-machines',
      'Delete the machines and what came with them',
      'Keep a snapshot of one disk for evidence, then delete machines, disks, addresses and resource groups that were made, and the deployments behind them. Take back raised quota.',
      { risk: 'high' },
    ),
    removeFootholds,
    manualStep(
      'recover',
      'talk-about-the-bill',
      'Talk to Azure about the bill',
      'Open a billing support request with the time, the account and the resources. Do it early, and with the steps that you have taken.',
    ),
    manualStep(
      'prevent',
      'limit-what-can-be-made',
      'Limit what can be made',
      'Allow by Azure Policy only the regions and sizes that you use, keep quota for GPU at zero where nobody needs it, and set a budget with an alert that wakes somebody.',
    ),
  ],
};

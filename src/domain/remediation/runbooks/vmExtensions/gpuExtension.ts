import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readCallerActivity } from '../steps/commonSteps.ts';
import { disableApplication, disableUser, revokeSessions } from '../steps/identitySteps.ts';
import { listMachines, removeExtension } from '../steps/machineCare.ts';
import { deallocateMachine, listExtensions } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Drivers for graphics: for what is calculated at your expense. */
export const gpuExtension: Runbook = {
  id: 'extension-gpu-driver',
  title: 'Unexpected installation of a GPU driver',
  alertTypes: ['VM_GPU*'],
  alertNames: ['*GPU extension*'],
  steps: [
    listMachines,
    readCallerActivity,
    manualStep(
      'triage',
      'count-the-machines',
      'Count the machines and regions that are involved',
      'Miners use stolen accounts to make or resize many machines of the series N at once; the driver follows by extension. Failures are a sign, too: the driver does not install on sizes without a GPU. Look at the quota requests of the subscription and at the cost of the last days.',
      { mandatory: true },
    ),
    listExtensions,
    confirmWithOwner('Ask whether somebody trains models, renders or tests on these machines, and who pays for it.'),
    { ...disableUser, mandatory: false },
    { ...revokeSessions, mandatory: false },
    { ...disableApplication, mandatory: false },
    {
      ...deallocateMachine,
      mandatory: true,
      instruction:
        'Stop the machine where nobody of yours uses it: a machine of the series N costs from one euro to several dozen an hour. Disable the caller first, or the attacker starts it again. Make a snapshot of the disk where you want to know what ran.',
    },
    {
      ...removeExtension,
      phase: 'eradicate',
      mandatory: false,
      instruction:
        'Where the machine is yours and the driver is not, remove the extension. Machines that the attacker made are deleted whole, with their disks, network interfaces and addresses, once you have kept what is evidence.',
    },
    manualStep(
      'prevent',
      'limit-sizes-and-regions',
      'Limit sizes, regions and quota',
      'Assign the policies for allowed sizes and allowed locations, let the quota of GPU series be 0 where nobody needs it, set a budget with an alert, and let accounts create machines only by Privileged Identity Management.',
    ),
  ],
};

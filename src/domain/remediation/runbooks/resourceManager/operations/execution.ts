import { listExtensions } from '../../steps/machineSteps.ts';
import { manualStep } from '../../steps/manualStep.ts';
import type { OperationFamily } from './operationFamily.ts';

/** Code was run through Azure: run command, extensions, Automation, functions, deployment scripts. */
export const execution: OperationFamily = {
  id: 'execution',
  purpose: 'run code',
  tactics: ['Execution'],
  question: 'Ask whether a deployment or a repair ran a command on that machine or service, and which script it was.',
  triage: [
    manualStep(
      'triage',
      'find-the-code',
      'Find what was run, and where',
      'Look for runCommand, extensions, deployment scripts, Automation jobs and new function code in the activity, and write down each machine. On the machine the script of a run command lies beside the log of the guest agent; keep a copy before anything is cleaned.',
      { mandatory: true },
    ),
    listExtensions,
  ],
  contain: [
    manualStep(
      'contain',
      'isolate-targets',
      'Isolate the machines on which code ran',
      'Code from Azure runs as root or SYSTEM, so treat each target as taken over: cut its traffic with a network security group and leave it running for the memory. Whatever roles its managed identity has belong to the attacker, too.',
      { mandatory: true, risk: 'high' },
    ),
  ],
  eradicate: [
    manualStep(
      'eradicate',
      'rebuild-targets',
      'Rebuild the machines rather than clean them',
      'Make them new from an image and data from before the activity. Renew secrets that lay on them, and remove extensions, jobs and scripts from the Azure side, or they run again on the new machine.',
      { risk: 'high' },
    ),
  ],
  recover: [],
  prevent: [
    manualStep(
      'prevent',
      'narrow-who-runs-code',
      'Narrow who may run code on machines',
      'Virtual Machine Contributor may run any command as root. Use a custom role without runCommand and extension writes for daily work, and grant the full one for hours.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { isolateWithEndpoint, rebuildMachine, seeBackups } from '../steps/machineCare.ts';
import { windowsShadowCopies } from '../steps/machineLooks.ts';
import { deallocateMachine } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Files are being encrypted, or what could bring them back is being deleted. Minutes count. */
export const ransomware: Runbook = {
  id: 'machine-ransomware',
  title: 'Ransomware, or deletion of what would undo it',
  alertTypes: ['VM_*Ransomware*'],
  alertNames: ['Behavior similar to ransomware detected', 'Suspicious Volume Shadow Copy Activity'],
  steps: [
    manualStep(
      'triage',
      'tell-how-far-it-is',
      'Find out whether files are being encrypted now',
      'Look for new endings of file names, notes in folders, and a process that writes at full speed; and for the same on shares and other machines. Deleted shadow copies are usually the minute before. Do not spend long on this step: where it may be true, isolate first and look afterwards.',
      { mandatory: true },
    ),
    windowsShadowCopies,
    confirmWithOwner(
      'Ask whether backup software or a clean-up of disks just ran: both delete shadow copies with the same commands. Do so by telephone.',
    ),
    isolateWithEndpoint,
    isolateByNetworkRules('Outbound'),
    { ...isolateByNetworkRules('Inbound'), mandatory: false },
    {
      ...deallocateMachine,
      instruction:
        'Where encryption goes on and isolating takes too long, stop the machine: what is not yet encrypted stays so. Memory is lost, and with it the key that some families keep there, so leave a machine running that has finished encrypting. Shares and disks of other machines may be the real target: detach them.',
    },
    manualStep(
      'contain',
      'protect-the-backups',
      'Put the backups out of reach',
      'Attackers delete backups before they ask for money. Check that soft delete and immutability of the vault are on, stop jobs that would overwrite good recovery points, take roles on the vault from every account that was used here, and require a second person by resource guard.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'find-the-first-machine',
      'Find the first machine and the accounts that were used',
      'Ransomware is the end of an intrusion of days or weeks. Find where it was started from (group policy, PsExec, a management tool, a Run Command), with which account, and the first sign of that account. Lock these accounts everywhere before anything is restored, or it is encrypted again.',
      { mandatory: true, risk: 'high' },
    ),
    seeBackups,
    rebuildMachine,
    manualStep(
      'prevent',
      'make-backups-immutable',
      'Make backups that an administrator cannot delete',
      'Lock immutability of the vault, keep soft delete on for good, use resource guard with another tenant, and restore a machine as a test every quarter. Turn on controlled folder access and the attack surface rule against ransomware.',
    ),
  ],
};

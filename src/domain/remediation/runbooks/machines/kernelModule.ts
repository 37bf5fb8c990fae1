import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { changeMachineSecrets, rebuildMachine } from '../steps/machineCare.ts';
import { linuxKernelModules, linuxSignIns } from '../steps/machineLooks.ts';
import { deallocateMachine, snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyMachineTokens, isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Whoever is in the kernel decides what you see. */
export const kernelModule: Runbook = {
  id: 'machine-kernel-module',
  title: 'Suspicious kernel module on Linux',
  alertTypes: ['VM_*KernelModule*', 'VM_*Rootkit*'],
  alertNames: ['Suspicious kernel module detected'],
  steps: [
    manualStep(
      'triage',
      'judge-the-module',
      'Judge the module by signature and origin',
      'Drivers for graphics, storage, backup and security agents come as modules from outside, built by DKMS at an update of the kernel. A module loaded from /tmp or a home folder, by insmod in a session, without a signature or without a file on the disk, is a rootkit.',
      { mandatory: true },
    ),
    linuxKernelModules,
    linuxSignIns,
    snapshotOsDisk,
    confirmWithOwner('Ask whether a driver or an agent was installed or the kernel updated at that time.'),
    isolateByNetworkRules('Outbound'),
    denyMachineTokens,
    {
      ...deallocateMachine,
      mandatory: false,
      instruction:
        'Do not try to unload the module: rootkits resist, or crash the machine. Where memory can be captured (AVML), do that first. Then stop the machine and go on with its disk attached to another one, since nothing that the machine says about itself can be believed.',
    },
    manualStep(
      'eradicate',
      'read-the-disk-elsewhere',
      'Read the disk on another machine',
      'Attach a copy of the disk, read-only, to a clean machine and look there for the module, for what loads it (modules-load.d, an initramfs, a unit), and for what it hid: files, keys, cron lines. Compare packages with their checksums from outside.',
      { risk: 'low' },
    ),
    changeMachineSecrets,
    { ...rebuildMachine, mandatory: true },
    manualStep(
      'prevent',
      'forbid-unsigned-modules',
      'Let the kernel take signed modules only',
      'Use machines of the trusted launch kind with secure boot and vTPM, which refuse modules without a signature and report at start. Else set "kernel.modules_disabled=1" after start, or lockdown=integrity, and record insmod and modprobe by auditd.',
    ),
  ],
};

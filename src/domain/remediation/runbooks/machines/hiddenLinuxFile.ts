import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { endProcess, rebuildMachine } from '../steps/machineCare.ts';
import { linuxConnections, linuxDeletedPrograms, linuxProcesses } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** A program that "ls" does not show, or that nobody allowed. */
export const hiddenLinuxFile: Runbook = {
  id: 'machine-hidden-linux-file',
  title: 'Unknown or hidden program on Linux',
  alertTypes: ['VM_AdaptiveApplicationControl*'],
  alertNames: ['Hidden file execution detected', 'Adaptive application control policy violation was audited'],
  steps: [
    manualStep(
      'triage',
      'judge-the-program',
      'Judge the program by package, path and parent',
      'Ask the package manager whose file it is ("dpkg -S", "rpm -qf") and whether it is unchanged ("dpkg --verify", "rpm -V"). Programs in folders that begin with a dot below /tmp, /dev/shm, /var/tmp or a web folder come from attacks; those below .vscode-server, .cargo, .nvm or .local from people who develop here.',
      { mandatory: true },
    ),
    linuxProcesses,
    linuxConnections,
    linuxDeletedPrograms,
    confirmWithOwner('Ask the person behind the account whether they put the program there, and what it is for.'),
    { ...isolateByNetworkRules('Outbound'), mandatory: false },
    endProcess,
    manualStep(
      'eradicate',
      'remove-program-and-start',
      'Remove the program and what starts it',
      'Copy the file away with its times ("cp -a"), then remove it with its cron lines, units and entries in shell profiles. Where "rm" is refused, the file has the attribute "i": lsattr shows it, chattr -i takes it. That alone is a sign of an attack tool.',
      { mandatory: true, risk: 'medium' },
    ),
    rebuildMachine,
    manualStep(
      'prevent',
      'run-known-programs-only',
      'Run known programs only',
      'Mount /tmp, /var/tmp and /dev/shm with noexec, run services in units with ProtectSystem and NoNewPrivileges, and allow programs by fapolicyd or by Defender for Endpoint. Keep tools of developers off machines that serve.',
    ),
  ],
};

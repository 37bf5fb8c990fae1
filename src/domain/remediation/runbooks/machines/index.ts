import type { Runbook } from '../runbook.ts';
import { antimalwareWeakened } from './antimalwareWeakened.ts';
import { anyLinuxAlert } from './anyLinuxAlert.ts';
import { anyWindowsAlert } from './anyWindowsAlert.ts';
import { builtInTools } from './builtInTools.ts';
import { clearedLinuxLogs } from './clearedLinuxLogs.ts';
import { clearedWindowsLogs } from './clearedWindowsLogs.ts';
import { credentialDumping } from './credentialDumping.ts';
import { cryptoMining } from './cryptoMining.ts';
import { exploitedService } from './exploitedService.ts';
import { filelessAttack } from './filelessAttack.ts';
import { goldenTicket } from './goldenTicket.ts';
import { guessedPassword } from './guessedPassword.ts';
import { hiddenLinuxFile } from './hiddenLinuxFile.ts';
import { kernelModule } from './kernelModule.ts';
import { kubernetesDashboard } from './kubernetesDashboard.ts';
import { linuxPasswordAccess } from './linuxPasswordAccess.ts';
import { malwareFound } from './malwareFound.ts';
import { obfuscatedCommand } from './obfuscatedCommand.ts';
import { ransomware } from './ransomware.ts';
import { reconnaissance } from './reconnaissance.ts';
import { remoteControl } from './remoteControl.ts';
import { sessionHijack } from './sessionHijack.ts';
import { sqlOnMachine } from './sqlOnMachine.ts';
import { sshKeyAdded } from './sshKeyAdded.ts';
import { suspiciousMachineNetwork } from './suspiciousMachineNetwork.ts';
import { suspiciousPowerShell } from './suspiciousPowerShell.ts';
import { suspiciousWindowsProcess } from './suspiciousWindowsProcess.ts';
import { unexpectedAccount } from './unexpectedAccount.ts';
import { weakenedWindows } from './weakenedWindows.ts';
import { webShell } from './webShell.ts';
import { windowsPersistence } from './windowsPersistence.ts';

export const machinesRunbooks: readonly Runbook[] = [
  antimalwareWeakened,
  anyLinuxAlert,
  anyWindowsAlert,
  builtInTools,
  clearedLinuxLogs,
  clearedWindowsLogs,
  credentialDumping,
  cryptoMining,
  exploitedService,
  filelessAttack,
  goldenTicket,
  guessedPassword,
  hiddenLinuxFile,
  kernelModule,
  kubernetesDashboard,
  linuxPasswordAccess,
  malwareFound,
  obfuscatedCommand,
  ransomware,
  reconnaissance,
  remoteControl,
  sessionHijack,
  sqlOnMachine,
  sshKeyAdded,
  suspiciousMachineNetwork,
  suspiciousPowerShell,
  suspiciousWindowsProcess,
  unexpectedAccount,
  weakenedWindows,
  webShell,
  windowsPersistence,
];

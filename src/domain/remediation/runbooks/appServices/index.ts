import type { Runbook } from '../runbook.ts';
import { anomalousAppAccess } from './anomalousAccess.ts';
import { appAlert } from './appAlert.ts';
import { appCryptoMining } from './cryptoMining.ts';
import { danglingDns } from './danglingDns.ts';
import { appDownload } from './download.ts';
import { filelessAttack } from './fileless.ts';
import { ftpAccess } from './ftpAccess.ts';
import { phishingContent } from './phishingContent.ts';
import { appRemoteControl } from './remoteControl.ts';
import { appScanning } from './scanning.ts';
import { appSuspiciousProcess } from './suspiciousProcess.ts';
import { webShell } from './webShell.ts';

export const appServicesRunbooks: readonly Runbook[] = [
  anomalousAppAccess,
  appAlert,
  appCryptoMining,
  appDownload,
  appRemoteControl,
  appScanning,
  appSuspiciousProcess,
  danglingDns,
  filelessAttack,
  ftpAccess,
  phishingContent,
  webShell,
];

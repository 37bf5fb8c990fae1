import type { Runbook } from '../runbook.ts';
import {
  listAppRoles,
  listAppSecrets,
  readAppLog,
  redeployApp,
  repairApp,
  restartApp,
  stopApp,
} from '../steps/appSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** The app fetched a program, or unpacked one that came in as text. */
export const appDownload: Runbook = {
  id: 'app-suspicious-download',
  title: 'Suspicious download or hidden program in an app',
  alertTypes: [
    'App*s_SuspectDownload*',
    'App*s_DownloadCodeFromWebsite',
    'App*s_DownloadUsing*',
    'App*s_CurlToDisk',
    'App*s_ExecutableDecoded*',
    'App*s_Base64Encoded*',
  ],
  steps: [
    manualStep(
      'triage',
      'judge-the-command',
      'Judge the command line and where it came from',
      'Read the whole command in the alert: from which address, to which file, and whether that file was run. Look up address and hash in threat intelligence, and do not open the address yourself. Fetching a package in a deployment is normal; certutil that decodes, or a script from a paste site, is not.',
      { mandatory: true },
    ),
    optional(readAppLog),
    listAppRoles,
    optional(
      confirmWithOwner('Ask whether a deployment, a WebJob or somebody in the Kudu console ran at that minute.'),
    ),
    mandatory(stopApp),
    manualStep(
      'eradicate',
      'remove-the-files',
      'Remove the file, and what it put there',
      'Keep a copy with its hash, then delete it. Look in temporary folders, in the home folder and among WebJobs for files of the same minutes, and search your other apps for the same name: the same plan shares one machine, and not always one owner.',
      { mandatory: true, risk: 'medium' },
    ),
    listAppSecrets,
    redeployApp,
    restartApp,
    repairApp,
    manualStep(
      'prevent',
      'limit-outgoing-traffic',
      'Let the app reach only what it needs',
      'Join the app to a virtual network, route all its traffic through it, and let a firewall allow names that the app needs. A download from anywhere else then fails, whatever command is used. Deploy as a read-only package.',
      { risk: 'high' },
    ),
  ],
};

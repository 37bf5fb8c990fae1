import type { Runbook } from '../runbook.ts';
import {
  listAppDeployments,
  listAppRoles,
  listAppSecrets,
  readAppLog,
  redeployApp,
  repairApp,
  resetPublishingPassword,
  stopApp,
} from '../steps/appSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** The app runs something that apps do not run. */
export const appSuspiciousProcess: Runbook = {
  id: 'app-suspicious-process',
  title: 'Suspicious process or command in an app',
  alertTypes: [
    'App*s_HighPrivilegeCommand',
    'App*s_LinuxCommandOnWindows',
    'App*s_PowerShell*',
    'App*s_KnownCredential*',
    'App*s_ProcessWithKnownSuspiciousExtension',
    'App*s_SVCHostFromInvalidPath',
  ],
  steps: [
    manualStep(
      'triage',
      'follow-the-parent',
      'Follow the process to its parent',
      'Read path, parent and command line in the alert. Under w3wp.exe, node, php or java the app itself was made to run it, through a hole. Under Kudu or a WebJob it was somebody who may publish. Linux commands on Windows fail, but show that a request got as far as a shell.',
      { mandatory: true },
    ),
    readAppLog,
    listAppDeployments,
    listAppRoles,
    optional(
      confirmWithOwner('Ask whether somebody worked in the Kudu console, or a deployment script runs such a command.'),
    ),
    {
      ...mandatory(stopApp),
      instruction:
        'Stops the app, so that nobody gives it further commands. Do this at once for tools that steal credentials, for an svchost.exe outside the system folder and for PowerSploit. Where the command only failed, refusing the address may be enough: then write down why.',
    },
    resetPublishingPassword,
    manualStep(
      'eradicate',
      'remove-what-the-process-left',
      'Remove what the process left behind',
      'Keep the file with its hash, then delete it and everything that was written in the minutes after, in the temporary and home folders, among WebJobs and site extensions. Look in your other apps for the same names.',
      { risk: 'medium' },
    ),
    listAppSecrets,
    redeployApp,
    repairApp,
    manualStep(
      'prevent',
      'start-no-shells-from-code',
      'Let the code of the app start no shells',
      'Search the sources for functions that start processes with input of visitors, and replace them by libraries. On PHP put exec, system, passthru and shell_exec into disable_functions. Give the identity of the app no more than it needs, so that a shell gains little.',
      { risk: 'medium' },
    ),
  ],
};

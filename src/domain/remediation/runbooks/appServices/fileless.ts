import type { Runbook } from '../runbook.ts';
import {
  listAppDeployments,
  listAppRoles,
  listAppSecrets,
  readAppLog,
  redeployApp,
  repairApp,
  resetPublishingPassword,
  restartApp,
  stopApp,
} from '../steps/appSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** The attacker is in the memory of a process, and in no file. */
export const filelessAttack: Runbook = {
  id: 'app-fileless-attack',
  title: 'Attack in the memory of an app',
  alertTypes: ['App*s_FilelessAttack*'],
  steps: [
    manualStep(
      'triage',
      'keep-the-memory',
      'Keep a dump of the process before it ends',
      'In the process explorer of Kudu, or under "Diagnose and solve problems", take a full memory dump of the process in the alert and store it outside the app. Stopping or restarting destroys the only evidence there is. The dump holds secrets in the clear: treat it as such.',
      { mandatory: true, risk: 'low' },
    ),
    manualStep(
      'triage',
      'read-what-was-found',
      'Read what was found in memory',
      'The alert says what the memory holds: shellcode, an injected module, a known toolkit, or addresses to which the process was connected. A toolkit is certain. Code that is made while running, from profilers, protection or some runtimes, can look like a technique: look whether the same shows on all instances since a deployment.',
    ),
    optional(readAppLog),
    listAppDeployments,
    listAppRoles,
    mandatory(stopApp),
    resetPublishingPassword,
    mandatory(listAppSecrets),
    restartApp,
    redeployApp,
    repairApp,
    manualStep(
      'prevent',
      'watch-the-first-hours',
      'Watch the app in the days after',
      'The memory is clean after a restart; the hole through which the code came is not. If the alert comes back, nobody has found it yet. Compare the last request before each alert: they have the hole in common.',
    ),
  ],
};

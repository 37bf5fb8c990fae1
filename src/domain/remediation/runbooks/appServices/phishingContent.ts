import type { Runbook } from '../runbook.ts';
import {
  forbidBasicPublishing,
  forbidFtp,
  listAppDeployments,
  listAppHostNames,
  listAppSecrets,
  readAppLog,
  redeployApp,
  repairApp,
  resetPublishingPassword,
  stopApp,
} from '../steps/appSteps.ts';
import { readActivityLog } from '../steps/commonSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** Under your name somebody asks visitors for their passwords, or gives them malware. */
export const phishingContent: Runbook = {
  id: 'app-phishing-content',
  title: 'Phishing or malware served by an app',
  alertTypes: ['App*s_PhishingContent', 'App*s_SmartScreen'],
  steps: [
    manualStep(
      'triage',
      'look-at-the-page-safely',
      'Look at the page without opening it',
      'Take the address from the alert and look at it in a sandbox, or read the file in the Kudu console. Keep a copy and the time of the file. If the page is your own sign-in page, the alert is wrong; if nobody of you wrote it, the app or its publishing is in the hands of somebody else.',
      { mandatory: true },
    ),
    optional(readAppLog),
    listAppDeployments,
    listAppHostNames,
    readActivityLog,
    mandatory(stopApp),
    resetPublishingPassword,
    listAppSecrets,
    manualStep(
      'eradicate',
      'find-who-was-caught',
      'Find out who gave away something',
      'In the log, POST requests to the page are people who filled it in. If they are yours, change their passwords and end their sessions now; if they are customers, your data protection officer decides with you how to tell them.',
      { mandatory: true, risk: 'low' },
    ),
    redeployApp,
    manualStep(
      'recover',
      'ask-for-removal-from-lists',
      'Ask to be taken off the block lists',
      'Once the page is gone, report the address as safe to SmartScreen and Google Safe Browsing. Until then browsers warn visitors of the whole site, and mails with its name are refused.',
    ),
    repairApp,
    forbidFtp,
    forbidBasicPublishing('scm'),
  ],
};

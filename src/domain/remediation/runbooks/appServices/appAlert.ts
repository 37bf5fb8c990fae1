import type { Runbook } from '../runbook.ts';
import {
  forbidBasicPublishing,
  listAppDeployments,
  listAppRoles,
  listAppSecrets,
  readAppLog,
  redeployApp,
  repairApp,
  resetPublishingPassword,
  stopApp,
} from '../steps/appSteps.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { mandatory } from '../steps/manualStep.ts';

/** An alert on an app that no other runbook names. */
export const appAlert: Runbook = {
  id: 'app-alert',
  title: 'Alert on an app of App Service',
  alertTypes: [],
  generalFor: ['AppServices'],
  steps: [
    readAppLog,
    listAppDeployments,
    listAppRoles,
    readActivityLog,
    confirmWithOwner('Ask whether they know of the request, the command or the file that the alert is about.'),
    mandatory(stopApp),
    resetPublishingPassword,
    listAppSecrets,
    redeployApp,
    repairApp,
    forbidBasicPublishing('scm'),
  ],
};

import type { Runbook } from '../runbook.ts';
import { denyAddressToApp, listAppDeployments, putFirewallInFront, readAppLog, stopApp } from '../steps/appSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** A page that few know is opened by somebody new, or visitors come from where spam is. */
export const anomalousAppAccess: Runbook = {
  id: 'app-anomalous-access',
  title: 'Unusual visitors of an app',
  alertTypes: ['App*s_AnomalousPageAccess', 'App*s_SpamReferrer'],
  steps: [
    {
      ...readAppLog,
      instruction:
        'Shows where the app sends its logs. In AppServiceHTTPLogs look at the page of the alert over the last month: who opens it, with which method, and what was answered. A page that one new address asks for, with POST and a long answer, may be a shell; a referrer from a folder full of spam means that pages were put into your app for search engines.',
    },
    manualStep(
      'triage',
      'look-at-the-page',
      'Find out what the page is and who wrote it',
      'Look in the sources of the app for the path in the alert. If it is an administration page, look whether the visitor signed in and what was changed. If it is in no source, it was put there by somebody else: keep a copy, and go on as with a web shell.',
      { mandatory: true },
    ),
    listAppDeployments,
    confirmWithOwner('Ask whether a colleague, a partner or a new office opens this page, and from where.'),
    denyAddressToApp,
    stopApp,
    manualStep(
      'eradicate',
      'remove-foreign-pages',
      'Remove pages that are not yours',
      'Delete files that no deployment brought, in all folders and not only in the one of the alert, and end the sessions of accounts that signed in from the address. Give those accounts new passwords.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'protect-rarely-used-pages',
      'Ask for a sign-in on pages that few need',
      'Put administration behind Entra ID (authentication of App Service does this without a change of code) with multi-factor authentication, or behind access restrictions with your own networks.',
      { risk: 'medium' },
    ),
    putFirewallInFront,
  ],
};

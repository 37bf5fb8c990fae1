import type { Runbook } from '../runbook.ts';
import { denyAddressToApp, putFirewallInFront, readAppLog } from '../steps/appSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Somebody tries doors. Whether one opened is the only question. */
export const appScanning: Runbook = {
  id: 'app-scanning',
  title: 'Scanning of an app',
  alertTypes: [
    'App*s_Nmap',
    'App*s_DrupalScanner',
    'App*s_JoomlaScanner',
    'App*s_WpScanner',
    'App*s_*Scanner',
    'App*s_WebFingerprinting',
    'App*s_ScanSensitivePage',
    'App*s_UserAgentInjection',
  ],
  steps: [
    {
      ...readAppLog,
      instruction:
        'Shows where the app sends its logs. In AppServiceHTTPLogs take all requests of the address of the alert and group them by status. Only 403 and 404 is noise that every app gets. Look at each 200, 301 and 500: administration pages, backups, .git and .env files, and pages that take a command in the user agent or a parameter.',
    },
    optional(confirmWithOwner('Ask whether a scan was ordered, and from which addresses it comes.')),
    manualStep(
      'triage',
      'compare-with-what-the-app-runs',
      'Compare with what the app runs',
      'A scanner for WordPress against an app that is none can do nothing. If it is one, compare its version and that of each plug-in and theme with the published holes: those that were asked for by name are the ones somebody has an exploit for.',
    ),
    denyAddressToApp,
    manualStep(
      'eradicate',
      'take-away-what-was-found',
      'Take away what the scanner found',
      'Remove backups, configuration files, test pages and directory listings that answered with 200. If a file with secrets was among them, change those secrets now. If a command in a request was answered by more than an error, go on as with a web shell.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'update-and-hide-administration',
      'Update, and keep administration to yourselves',
      'Bring the platform and its plug-ins up to date, remove those that nobody uses, and let administration pages be reached from your networks or through a sign-in with Entra ID alone.',
      { mandatory: true, risk: 'medium' },
    ),
    putFirewallInFront,
  ],
};

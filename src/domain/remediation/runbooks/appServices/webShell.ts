import type { Runbook } from '../runbook.ts';
import {
  denyAddressToApp,
  forbidFtp,
  listAppDeployments,
  listAppRoles,
  listAppSecrets,
  readAppLog,
  redeployApp,
  repairApp,
  resetPublishingPassword,
  stopApp,
} from '../steps/appSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';

/** A file that runs what its visitor sends. */
export const webShell: Runbook = {
  id: 'app-web-shell',
  title: 'Web shell or foreign PHP in an app',
  alertTypes: ['App*s_PhpInUploadFolder', 'App*s_SuspectPhp', 'App*s_WpThemeInjection', 'App*s_Webshell*'],
  steps: [
    readAppLog,
    manualStep(
      'triage',
      'look-at-the-file',
      'Look at the file, and for others like it',
      'In the Kudu console read the file that the alert names: eval, base64_decode, system, assert or preg_replace with "e" on what the visitor sent make it a shell. Look for files of about the same time, for PHP where only pictures belong, and for changes in functions.php and .htaccess. Keep copies before you change anything.',
      { mandatory: true },
    ),
    listAppDeployments,
    listAppRoles,
    mandatory(stopApp),
    optional(denyAddressToApp),
    resetPublishingPassword,
    listAppSecrets,
    manualStep(
      'eradicate',
      'clean-the-database-of-the-site',
      'Look into the database of the site',
      'Content management systems keep users, options and scheduled tasks in their database. Remove administrators that nobody knows, and scripts in posts and widgets; give all administrators new passwords and the site new salts. A clean copy of the files does not help against what stays there.',
      { risk: 'medium' },
    ),
    redeployApp,
    repairApp,
    manualStep(
      'prevent',
      'run-nothing-in-upload-folders',
      'Let nothing run from upload folders',
      'Turn off PHP for folders that visitors write to, or keep uploads in a storage account. Deploy as a package (WEBSITE_RUN_FROM_PACKAGE), which makes the folder of the app read-only: plug-ins then come with the deployment, and never from a browser.',
      { risk: 'medium' },
    ),
    forbidFtp,
  ],
};

import type { Runbook } from '../runbook.ts';
import {
  forbidBasicPublishing,
  forbidFtp,
  listAppDeployments,
  listAppSecrets,
  redeployApp,
  resetPublishingPassword,
  stopApp,
} from '../steps/appSteps.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { mandatory, manualStep } from '../steps/manualStep.ts';

/** From a notorious address somebody connected to the way by which files get into the app. */
export const ftpAccess: Runbook = {
  id: 'app-ftp-access',
  title: 'Connection to the FTP interface from a known bad address',
  alertTypes: ['App*s_IncomingTiClientIpFtp', 'App*s_*Ftp'],
  steps: [
    manualStep(
      'triage',
      'tell-success-from-attempt',
      'Find out whether they signed in',
      'Look at AppServiceAuditLogs, where it is turned on: it holds sign-ins over FTP and Kudu with address and user. Without it look for files that are younger than the last deployment. A connection without a sign-in is a scanner; a sign-in means that a publishing password has leaked.',
      { mandatory: true },
    ),
    listAppDeployments,
    readActivityLog,
    confirmWithOwner('Ask whether anybody still deploys over FTP, with which account and from where.'),
    {
      ...mandatory(resetPublishingPassword),
      instruction:
        'Replaces the publishing password of the app. A person may also have set a user name and password for all their apps: that one has to be changed by the person, and it opens every app they may publish to. Pipelines with a publish profile need a new one.',
    },
    { ...forbidFtp, phase: 'contain', mandatory: true },
    stopApp,
    manualStep(
      'eradicate',
      'compare-files-with-sources',
      'Compare the files with the sources',
      'Compare what is in the folder of the app with what the pipeline brought. Foreign files, and changed ones such as index.php, web.config and .htaccess, are what FTP is used for. Keep copies, then delete them.',
      { risk: 'medium' },
    ),
    listAppSecrets,
    redeployApp,
    forbidBasicPublishing('ftp'),
    forbidBasicPublishing('scm'),
    manualStep(
      'prevent',
      'find-where-the-password-leaked',
      'Find out where the password leaked',
      'Publish profiles lie in repositories, in folders of downloads and in settings of FTP programs. Search your repositories for publishProfile and userPWD, their history as well, and let a scanner for secrets stand in the way of the next one.',
    ),
  ],
};

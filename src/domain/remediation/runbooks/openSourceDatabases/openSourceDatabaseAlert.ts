import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { narrowFirewall, removeDatabaseFootholds, usePrivateNetworks } from './serverSteps.ts';

/** What holds for any alert on PostgreSQL, MySQL or MariaDB. */
export const openSourceDatabaseAlert: Runbook = {
  id: 'open-source-database-any-alert',
  title: 'Alert on a PostgreSQL or MySQL server',
  alertTypes: [],
  generalFor: ['OpenSourceRelationalDatabases'],
  steps: [
    manualStep(
      'triage',
      'read-server-log',
      'Read who signed in and what they did',
      'In the log of the server look at the user and the address of the alert, from an hour before until now: failed and successful sign-ins, dumps of whole tables, new users, changed rights.',
      { mandatory: true },
    ),
    readActivityLog,
    confirmWithOwner('Ask which applications and people use the server, from where, and whether this was theirs.'),
    narrowFirewall,
    manualStep(
      'contain',
      'lock-the-user',
      'Lock the user and end its sessions',
      'Take the right to sign in from the user and end its open sessions, which go on otherwise. For the user of an application give it a new password instead, and change the connection string in the same hour.',
      { risk: 'high' },
    ),
    removeDatabaseFootholds,
    usePrivateNetworks,
  ],
};

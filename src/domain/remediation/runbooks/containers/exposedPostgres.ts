import type { Runbook } from '../runbook.ts';
import { connectToCluster, keepPodLogs, listServices } from '../steps/clusterSteps.ts';
import { limitPodTraffic } from '../steps/clusterAccessSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { closeService, limitService } from '../steps/nodeSteps.ts';

/** A database in a cluster that trusts whoever reaches it. */
export const exposedPostgres: Runbook = {
  id: 'kubernetes-exposed-postgres',
  title: 'PostgreSQL in a cluster open to the internet',
  alertTypes: ['K8S_ExposedPostgres*'],
  steps: [
    connectToCluster,
    listServices,
    manualStep(
      'triage',
      'read-host-rules',
      'Read who may sign in from where',
      'Look at pg_hba.conf in the config map or the image. "trust" asks for no password at all, and 0.0.0.0/0 means every address there is. Together with a public service that is an open database, whatever passwords its users have.',
      { mandatory: true },
    ),
    {
      ...keepPodLogs,
      instruction:
        'Keep the log of the database. Look for sign-ins from public addresses, and for COPY … PROGRAM, CREATE EXTENSION and new functions in other languages: with these a superuser runs commands in the container, which is how miners get in.',
    },
    confirmWithOwner('Ask which applications use the database, from where, and what it holds about people.'),
    limitService,
    closeService,
    manualStep(
      'eradicate',
      'remove-what-was-left-in-the-database',
      'Remove what was left in the database',
      'Look for roles, functions, triggers and tables that nobody accounts for, and for a superuser besides your own. If commands were run, throw the pod away and restore the data into a new one. Give all roles new passwords.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'require-passwords-and-encryption',
      'Ask for passwords and encryption',
      'Replace "trust" by scram-sha-256 with hostssl, name the networks of the applications, and reload. For data that matters a managed PostgreSQL server with private access and Entra ID takes this work away.',
      { mandatory: true, risk: 'medium' },
    ),
    limitPodTraffic,
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { forbidPublicBlobs, renewStorageKey } from '../steps/storageSteps.ts';

/** Somebody reads a storage account from where, or with what, nobody should. */
export const suspiciousAccess: Runbook = {
  id: 'storage-suspicious-access',
  title: 'Suspicious access to a storage account',
  alertTypes: [
    'Storage.*_SuspiciousIp*',
    'Storage.*_SuspiciousApp*',
    'Storage.*_TorAnomaly*',
    'Storage.*_GeoAnomaly*',
    'Storage.*_ApplicationAnomaly*',
    'Storage.*_AnonymousAccessAnomaly*',
    'Storage.*_AccessInspectionAnomaly*',
  ],
  steps: [
    {
      id: 'read-what-was-done',
      phase: 'triage',
      title: 'Read what was read and written',
      instruction:
        'Look at the storage logs around the time of the alert: which operations, on which containers, and how it was authenticated. With a key or a signature the secret has leaked; with Entra ID an account or an application has; without either the container is public.',
      mandatory: true,
      risk: 'none',
    },
    readActivityLog,
    confirmWithOwner('Ask whether the application and the address are theirs, and whether the data may be public.'),
    forbidPublicBlobs,
    renewStorageKey('primary'),
    renewStorageKey('secondary'),
    {
      id: 'check-what-was-changed',
      phase: 'recover',
      title: 'Put back what was changed or deleted',
      instruction:
        'Where the log shows writes or deletions, compare with a backup, an older version or soft-deleted blobs, and restore. Scan what was uploaded before anybody opens it.',
      mandatory: false,
      risk: 'low',
    },
    {
      id: 'require-entra-id',
      phase: 'prevent',
      title: 'Let applications sign in instead of holding keys',
      instruction:
        'Give applications managed identities with roles for data, limit the account to networks that need it, and then forbid shared keys for good.',
      mandatory: true,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['storage', 'account', 'show', '--name={storageName}', '--resource-group={storageGroup}'],
          '--query=[allowSharedKeyAccess,publicNetworkAccess,networkRuleSet.defaultAction]',
        ],
      },
    },
  ],
};

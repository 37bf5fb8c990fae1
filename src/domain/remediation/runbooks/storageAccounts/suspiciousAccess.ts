import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { measureEgress, readStorageLogs } from '../steps/storageLooks.ts';
import { denyOtherNetworks, renewStorageKey, revokeDelegationKeys, showKeyAccess } from '../steps/storageSteps.ts';

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
  ],
  steps: [
    { ...readStorageLogs, id: 'read-what-was-done' },
    readActivityLog,
    measureEgress,
    confirmWithOwner(
      'Ask whether the application, the address and the place are theirs: a new partner, a traveller, a changed VPN or a new version of a tool looks the same. Nobody has a reason to come through Tor.',
    ),
    manualStep(
      'contain',
      'stop-the-caller',
      'Stop whoever came in',
      'With Entra ID: disable the account or application and take its data role. With a signature: remove its stored access policy, or renew the key that made it. Anonymously: make the container private. The firewall of an account cannot refuse single addresses, it can only name those that are let in.',
      { mandatory: true, risk: 'medium' },
    ),
    revokeDelegationKeys,
    denyOtherNetworks,
    optional(renewStorageKey('primary')),
    optional(renewStorageKey('secondary')),
    manualStep(
      'recover',
      'check-what-was-changed',
      'Put back what was changed or deleted',
      'Where the log shows writes or deletions, compare with a backup, an older version or soft-deleted blobs, and restore. Scan what was uploaded before anybody opens it.',
      { risk: 'low' },
    ),
    showKeyAccess,
  ],
};

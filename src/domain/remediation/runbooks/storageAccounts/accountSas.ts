import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { mandatory, manualStep } from '../steps/manualStep.ts';
import { measureEgress, readStorageLogs } from '../steps/storageLooks.ts';
import { denyOtherNetworks, forbidSharedKeys, renewStorageKey } from '../steps/storageSteps.ts';

/** A signature with wide rights is used from outside. Only the key that made it ends it. */
export const accountSas: Runbook = {
  id: 'storage-account-sas',
  title: 'Shared access signature used from outside',
  alertTypes: ['Storage.*_AccountSas.*'],
  steps: [
    {
      ...readStorageLogs,
      instruction:
        'In the storage logs filter for authentication type SAS: the hash of the signature tells one from another, so list all that was done with this one, from which addresses, and since when. Note its rights, its end and whether it is signed with key 1 or key 2. The command shows where the logs go.',
    },
    measureEgress,
    confirmWithOwner(
      'Ask who made the signature, for whom, and where it is written down: in a repository, a ticket, an app on phones. A partner who moved to another network looks like a thief; the address has to fit the answer.',
    ),
    denyOtherNetworks,
    {
      ...mandatory(renewStorageKey('primary')),
      phase: 'contain',
      instruction:
        'An account signature cannot be revoked: it ends with the key that signed it. If the log names key 1, move applications to the secondary key first, then renew the primary one. All signatures of that key end at once.',
    },
    {
      ...renewStorageKey('secondary'),
      phase: 'contain',
      mandatory: false,
      instruction:
        'Where the signature was made with key 2, or nobody can tell, renew this one as well, once applications have moved to the new primary key. All signatures of that key end at once.',
    },
    manualStep(
      'eradicate',
      'find-where-it-leaked',
      'Find where the signature leaked, and remove it there',
      'Search repositories, build logs, tickets, chat and mobile apps for the beginning of the signature, and remove it from there and from their history. A new one that goes the same way leaks again.',
      { mandatory: true, risk: 'low' },
    ),
    {
      id: 'limit-signature-lifetime',
      phase: 'prevent',
      title: 'Set a limit for how long signatures last',
      instruction:
        'Sets a policy of one day for new signatures. It warns in the logs and in Defender for Cloud about longer ones, and does not refuse them, so nothing breaks. Prefer user delegation signatures with a few rights, one container and a range of addresses.',
      mandatory: false,
      risk: 'low',
      command: {
        tool: 'az',
        args: [
          ...['storage', 'account', 'update', '--name={storageName}', '--resource-group={storageGroup}'],
          '--sas-expiration-period=1.00:00:00',
        ],
        changes: 'Signatures that last longer than a day are reported in the logs.',
      },
      verify: {
        resource: '{storage}',
        apiVersion: '2023-01-01',
        property: 'properties.sasPolicy.sasExpirationPeriod',
        expect: { equals: '1.00:00:00' },
      },
    },
    forbidSharedKeys,
  ],
};

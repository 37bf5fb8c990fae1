import { manualStep } from '../../steps/manualStep.ts';
import type { OperationFamily } from './operationFamily.ts';

/** Keys and secrets were asked for: listKeys of storage and databases, secrets, publishing profiles. */
export const credentialAccess: OperationFamily = {
  id: 'credential-access',
  purpose: 'get keys and secrets',
  tactics: ['CredentialAccess'],
  question: 'Ask whether this account has a reason to list keys or read secrets of that resource, and what uses them.',
  triage: [
    manualStep(
      'triage',
      'list-exposed-keys',
      'List which keys were handed out',
      'In the activity look for operations that end in "listKeys", "listSecrets", "listConnectionStrings", "publishxml" or "getAccessUri", and write down each resource with its time. Every one that succeeded counts as known to the attacker, whatever became of the account.',
      { mandatory: true },
    ),
  ],
  contain: [],
  eradicate: [
    manualStep(
      'eradicate',
      'renew-exposed-keys',
      'Renew every key that was handed out',
      'Renew the keys of each resource on your list, both of a pair, one after the other with the applications moved in between. Disabling the account does not take back a key. Begin with storage accounts and databases that can be reached from the internet.',
      { mandatory: true, risk: 'high' },
    ),
  ],
  recover: [
    manualStep(
      'recover',
      'look-for-use-of-keys',
      'Look whether the keys were used',
      'Search the data plane logs of those resources for access with a key from other addresses, between the time of the listing and of the renewal. What was read there belongs to the incident.',
    ),
  ],
  prevent: [
    manualStep(
      'prevent',
      'do-without-keys',
      'Do without keys',
      'Turn off key and local authentication on the resources and give applications managed identities. A key that does not exist cannot be listed.',
    ),
  ],
};

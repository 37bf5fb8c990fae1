import { isGuid } from '../../resourceId.ts';
import { isGenericAccount } from './accountKeys.ts';
import { addressKey } from './addressKey.ts';
import type { EvidenceSink } from './alertEvidence.ts';
import type { CorrelationFacts } from './correlationFacts.ts';

type Meaning = 'address' | 'principal' | 'account';

/**
 * Extended properties that name who did it, by folded name. Many detectors say it nowhere else. Source: the names seen
 * in recorded alerts.
 */
const meanings = new Map<string, Meaning>([
  ['attackersourceip', 'address'],
  ['attackeripaddress', 'address'],
  ['attackerip', 'address'],
  ['clientipaddress', 'address'],
  ['clientip', 'address'],
  ['calleripaddress', 'address'],
  ['sourceipaddress', 'address'],
  ['sourceip', 'address'],
  ['ipaddress', 'address'],
  ['ip', 'address'],
  ['attackerobjectid', 'principal'],
  ['principalobjectid', 'principal'],
  ['principaloid', 'principal'],
  ['principalid', 'principal'],
  ['applicationid', 'principal'],
  ['azureadapplicationid', 'principal'],
  ['serviceprincipalid', 'principal'],
  ['aaduserid', 'account'],
  ['azureaduser', 'account'],
  ['clientprincipalname', 'account'],
  ['principalname', 'account'],
  ['username', 'account'],
]);

/** The marker in "IP address: 203.0.113.7, 198.51.100.4"-like lists, and how many of a list are read. */
const listSeparator = /[\s,;]+/;
const listLimit = 20;
const valueLimit = 1_000;

export function propertyEvidence(alert: CorrelationFacts, sink: EvidenceSink): void {
  for (const { name, value } of alert.extendedProperties) {
    const meaning = meanings.get(name.replaceAll(/[^a-z]/gi, '').toLowerCase());
    if (meaning === undefined || typeof value !== 'string' || value.length > valueLimit) continue;
    addValue(meaning, value.trim(), sink);
  }
}

function addValue(meaning: Meaning, value: string, sink: EvidenceSink): void {
  if (meaning === 'address') {
    for (const word of value.split(listSeparator, listLimit)) {
      const address = addressKey(word.replaceAll(/^["'[]+|["'\]]+$/g, ''));
      if (address?.scope === 'public') sink.add('address', address.key);
    }
    return;
  }
  const folded = value.toLowerCase();
  if (meaning === 'principal') {
    // People and service principals are objects of one directory: the same id is the same one.
    if (isGuid(folded)) sink.add('account', folded);
    return;
  }
  // A bare name may be anybody's; a directory id or an address-like name is one person's.
  if ((isGuid(folded) || folded.includes('@')) && !isGenericAccount(folded)) sink.add('account', folded);
}

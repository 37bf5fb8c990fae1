import { isGuid } from '../../resourceId.ts';
import { isGenericAccount } from './accountKeys.ts';
import type { EvidenceSink } from './alertEvidence.ts';
import { plainReaders, type EvidenceReaders } from './evidenceReaders.ts';
import type { PropertyMeaning } from './propertyMeaning.ts';
import type { CorrelationFacts } from './correlationFacts.ts';

/** The marker in "IP address: 203.0.113.7, 198.51.100.4"-like lists, and how many of a list are read. */
const listSeparator = /[\s,;]+/;
const listLimit = 20;
const valueLimit = 1_000;

export function propertyEvidence(alert: CorrelationFacts, sink: EvidenceSink, readers = plainReaders): void {
  for (const { name, value } of alert.extendedProperties) {
    const meaning = readers.propertyMeaning(name);
    if (meaning === undefined || typeof value !== 'string' || value.length > valueLimit) continue;
    addValue(meaning, value.trim(), sink, readers);
  }
}

function addValue(meaning: PropertyMeaning, value: string, sink: EvidenceSink, readers: EvidenceReaders): void {
  if (meaning === 'address') {
    for (const word of value.split(listSeparator, listLimit)) {
      const address = readers.address(word.replaceAll(/^["'[]+|["'\]]+$/g, ''));
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

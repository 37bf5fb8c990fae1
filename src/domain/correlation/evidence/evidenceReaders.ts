import { foldResourceId, isLeafResource } from '../../resourceId.ts';
import { addressKey, type AddressKey } from './addressKey.ts';
import { propertyMeaning, type PropertyMeaning } from './propertyMeaning.ts';

/** Ways to read the texts that alerts repeat most. */
export interface EvidenceReaders {
  readonly address: (text: string) => AddressKey | undefined;
  /** The folded ARM id of a resource itself; undefined for a container: everything inside shares it. */
  readonly resource: (id: string) => string | undefined;
  readonly propertyMeaning: (name: string) => PropertyMeaning | undefined;
}

export const plainReaders: EvidenceReaders = {
  address: addressKey,
  resource: (id) => (isLeafResource(id) ? foldResourceId(id) : undefined),
  propertyMeaning,
};

/** The same readers, each text read once: a hundred thousand alerts name a few thousand addresses and resources. */
export function rememberingReaders(): EvidenceReaders {
  return {
    address: remembered(plainReaders.address),
    resource: remembered(plainReaders.resource),
    propertyMeaning: remembered(plainReaders.propertyMeaning),
  };
}

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const result = read(text);
    known.set(text, result);
    return result;
  };
}

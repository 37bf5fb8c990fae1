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

/** Results that are remembered at a time. More would cost more memory than it saves time. */
const rememberedTexts = 50_000;

/** The same readers, texts that come again read once: a hundred thousand alerts name a few thousand resources. */
export function rememberingReaders(): EvidenceReaders {
  const versionSix = remembered(addressKey);
  return {
    // IPv6 takes far longer to read than to look up; with IPv4 it is the other way round.
    address: (text) => (text.includes(':') ? versionSix(text) : addressKey(text)),
    resource: remembered(plainReaders.resource),
    propertyMeaning: remembered(plainReaders.propertyMeaning),
  };
}

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let lastText = '';
  let lastResult = read('');
  return (text) => {
    // One alert names its resource several times.
    if (text === lastText) return lastResult;
    let result = known.get(text);
    if (result === undefined && !known.has(text)) {
      result = read(text);
      // What comes often is soon known again.
      if (known.size >= rememberedTexts) known.clear();
      known.set(text, result);
    }
    lastText = text;
    lastResult = result as T;
    return lastResult;
  };
}

import { displayLabel } from '../../domain/displayText.ts';

/** Words of the wire that are written in capitals, or in a way of their own, in running text. */
const spelling: Readonly<Record<string, string>> = {
  aad: 'Entra', asn: 'ASN', azure: 'Azure', dns: 'DNS', etag: 'ETag', gcp: 'GCP', guid: 'GUID', http: 'HTTP', id: 'ID',
  ids: 'IDs', ip: 'IP', ips: 'IPs', md5: 'MD5', mitre: 'MITRE', nt: 'NT', oms: 'OMS', os: 'OS', sas: 'SAS', sid: 'SID',
  sql: 'SQL', upn: 'UPN', uri: 'URI', url: 'URL', utc: '(UTC)', vm: 'VM',
}; // prettier-ignore

/** Longest name that is taken apart into words, in UTF-16 units; longer ones are no identifiers. */
const nameLimit = 120;

/**
 * A property name as people write it: "killChainIntent" → "Kill chain intent", "azureID" → "Azure ID". Names that
 * already are words ("source IP(s) [Number of attempts]") only get their first letter back.
 */
export function humanizeName(name: string): string {
  // Shown last: the marks of invisible characters are not words to be split.
  if (name.length > nameLimit || /\s/.test(name.trim())) return capitalize(displayLabel(name, nameLimit));
  const words = name
    .replaceAll(/^(o)S(?=[A-Z])/g, 'os')
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  return capitalize(displayLabel(words.map(spell).join(' ')));
}

function spell(word: string): string {
  const folded = word.toLowerCase();
  if (Object.hasOwn(spelling, folded)) return spelling[folded] ?? word;
  return word === word.toUpperCase() && word.length > 1 ? word : folded;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

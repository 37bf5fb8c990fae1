export type PropertyMeaning = 'address' | 'principal' | 'account';

/**
 * Extended properties that name who did it, by folded name. Many detectors say it nowhere else. Source: the names seen
 * in recorded alerts.
 */
const meanings = new Map<string, PropertyMeaning>([
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

/** What an extended property says, by its name in any case and spacing; undefined for all that name nobody. */
export function propertyMeaning(name: string): PropertyMeaning | undefined {
  return meanings.get(name.replaceAll(/[^a-z]/gi, '').toLowerCase());
}

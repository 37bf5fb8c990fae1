/**
 * Alert types that only report the end of what another reported, in lower case, with that other: no second step of an
 * attack. Defender for Cloud's reference of alerts has this one pair. Windows Defender's messages that malware was
 * stopped are no such reports: they tell of an attempt that no other alert tells of.
 */
const openingOf: ReadonlyMap<string, string> = new Map([['network_ddos_mitigated', 'network_ddos_detected']]);

/** The types without those that report the end of another one among them. */
export function withoutClosingTypes(types: readonly number[], typeNames: readonly string[]): readonly number[] {
  const nameOf = (type: number): string => (typeNames[type] ?? '').toLowerCase();
  const names = new Set(types.map(nameOf));
  return types.filter((type) => !names.has(openingOf.get(nameOf(type)) ?? ''));
}

const displayNames: Readonly<Record<string, string>> = {
  centralus: 'Central US',
  northeurope: 'North Europe',
  westeurope: 'West Europe',
};

/** `westeurope` as people read it: `West Europe`. An unknown region is shown as it is. */
export function regionDisplayName(region: string): string {
  return displayNames[region] ?? region;
}

/** The bundles of sample alerts that the service can raise, by its own names. */
export const sampleBundles = [
  'AppServices',
  'DNS',
  'KeyVaults',
  'KubernetesService',
  'ResourceManager',
  'SqlServers',
  'StorageAccounts',
  'VirtualMachines',
  'CosmosDbs',
] as const;

export type SampleBundle = (typeof sampleBundles)[number];

/** What the service puts before the type of an alert that is a sample. */
const samplePrefix = 'simulated_';

export function isSampleAlert({ alertType }: { readonly alertType: string }): boolean {
  return alertType.toLowerCase().startsWith(samplePrefix);
}

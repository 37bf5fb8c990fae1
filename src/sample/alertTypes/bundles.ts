import { appService } from './appService.ts';
import { containers } from './containers.ts';
import { databases } from './databases.ts';
import { machines } from './machines.ts';
import { network } from './network.ts';
import { serviceLayer } from './serviceLayer.ts';
import { storage } from './storage.ts';
import type { SampleSubscription } from '../directory.ts';
import type { AlertDraft, AlertKind } from '../wire/alertDraft.ts';
import type { SampleResource } from '../wire/resource.ts';

interface Bundle {
  readonly kinds: readonly AlertKind[];
  readonly on: Pick<SampleResource, 'type' | 'name' | 'label'>;
}

/** The bundles of the published simulation operation, each on the made-up resource that the real ones are raised on. */
const bundles: Readonly<Record<string, Bundle>> = {
  AppServices: {
    kinds: [appService.scanner, appService.suspectScript, appService.danglingName],
    on: { type: 'Microsoft.Web/sites', name: 'Sample-App', label: 'App Service' },
  },
  DNS: {
    kinds: [network.dnsTunnel, network.dnsPhishing, network.dnsAnonymity],
    on: { type: 'Microsoft.Compute/virtualMachines', name: 'Sample-VM', label: 'AzureDNS' },
  },
  KeyVaults: {
    kinds: [serviceLayer.vaultListed, serviceLayer.vaultPolicy],
    on: { type: 'Microsoft.KeyVault/vaults', name: 'Sample-KV', label: 'Key Vault' },
  },
  KubernetesService: {
    kinds: [containers.exposedDashboard, containers.webhook],
    on: { type: 'Microsoft.ContainerService/managedClusters', name: 'Sample-Cluster', label: 'Kubernetes Service' },
  },
  ResourceManager: {
    kinds: [serviceLayer.keysExtracted, serviceLayer.roleGiven],
    on: { type: 'Microsoft.Compute/virtualMachines', name: 'Sample-VM', label: 'ARM' },
  },
  SqlServers: {
    kinds: [databases.sqlGuessing, databases.sqlInjection],
    on: { type: 'Microsoft.Sql/servers/Sample-Server/databases', name: 'Sample-DB', label: 'SQL Database' },
  },
  StorageAccounts: {
    kinds: [storage.malwareUploaded, storage.anonymous],
    on: { type: 'Microsoft.Storage/storageAccounts', name: 'Sample-Storage', label: 'Storage' },
  },
  VirtualMachines: {
    kinds: [machines.mining, machines.ransomware],
    on: { type: 'Microsoft.Compute/virtualMachines', name: 'Sample-VM', label: 'Virtual Machine' },
  },
  CosmosDbs: {
    kinds: [databases.cosmosKeys, databases.cosmosExport],
    on: { type: 'Microsoft.DocumentDB/databaseAccounts', name: 'Sample-Cosmos', label: 'Azure Cosmos DB' },
  },
};

/** What braces in the words of an alert become in a simulated one. */
const sampleFacts: Readonly<Record<string, string>> = {
  account: 'sample-account',
  application: 'sample-application',
  binding: 'sample',
  container: 'sample-container',
  count: '100',
  domain: 'sample.example',
  file: 'sample.txt',
  ip: '192.0.2.1',
  malware: 'sample malware',
  namespace: 'sample-namespace',
  process: 'sample.exe',
  role: 'Sample role',
  size: '1 GB',
  subject: 'sample-subject',
};

export function isBundle(name: unknown): name is string {
  return typeof name === 'string' && Object.hasOwn(bundles, name);
}

/** The drafts of one bundle, marked as samples the way the service marks them. */
export function simulatedDrafts(
  bundle: string,
  subscription: SampleSubscription,
  region: string,
): readonly AlertDraft[] {
  const { kinds = [], on } = bundles[bundle] ?? {};
  if (on === undefined) return [];
  const resource: SampleResource = { ...on, subscription, group: 'Sample-RG', region };
  return kinds.map((kind) => ({
    key: kind.alertType,
    kind: marked(kind),
    at: 'now',
    on: resource,
    facts: sampleFacts,
  }));
}

function marked(kind: AlertKind): AlertKind {
  return {
    ...kind,
    alertType: `SIMULATED_${kind.alertType}`,
    title: `[SAMPLE ALERT] ${kind.title}`,
    description: `THIS IS A SAMPLE ALERT: ${kind.description}`,
  };
}

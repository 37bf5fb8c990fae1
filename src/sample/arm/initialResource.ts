import type { SampleArmResource } from './resourceStore.ts';

/** A resource id in its parts; the type is that of the last one, the name its own. */
interface Place {
  readonly group: string;
  readonly type: string;
  readonly name: string;
}

const shape = /^(\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/providers)\/([^/]+)((?:\/[^/]+\/[^/]+)+)$/i;

function placeOf(id: string): Place | undefined {
  const [, , group, provider, rest] = shape.exec(id) ?? [];
  if (group === undefined || provider === undefined || rest === undefined) return undefined;
  const parts = rest.split('/').slice(1);
  const types = parts.filter((_, at) => at % 2 === 0);
  return { group, type: [provider, ...types].join('/'), name: parts.at(-1) ?? '' };
}

/** What stands beside a machine, by its name: found from there, and from the machine. */
const beside = {
  'microsoft.network/networkinterfaces': '-nic',
  'microsoft.network/networksecuritygroups': '-nsg',
  'microsoft.compute/disks': '-osdisk',
} as const;

/**
 * A resource as it is before anybody changed it: one that alerts are about, or what stands beside a machine that they are
 * about (its network interface, network security group and disk). Undefined for anything else.
 *
 * @param known whether alerts are about the resource with an id.
 */
export function initialResource(
  id: string,
  location: string,
  known: (id: string) => boolean,
): SampleArmResource | undefined {
  const place = placeOf(id);
  if (place === undefined) return undefined;
  const { type, name } = place;
  const suffix = Object.hasOwn(beside, type.toLowerCase())
    ? beside[type.toLowerCase() as keyof typeof beside]
    : undefined;
  const machine = suffix !== undefined && name.endsWith(suffix) ? machineBeside(id, name.slice(0, -suffix.length)) : '';
  if (!known(id) && (machine === '' || !known(machine))) return undefined;
  return { id, name, type, location, tags: {}, ...bodyOf(id, place) };
}

function machineBeside(id: string, name: string): string {
  return neighbour(id, 'Microsoft.Compute/virtualMachines', name);
}

function neighbour(id: string, type: string, name: string): string {
  const [, root = ''] = shape.exec(id) ?? [];
  return `${root}/${type}/${name}`;
}

const ready = { provisioningState: 'Succeeded' };

function bodyOf(id: string, { type, name }: Place): SampleArmResource {
  switch (type.toLowerCase()) {
    case 'microsoft.compute/virtualmachines':
      return {
        properties: {
          ...ready,
          hardwareProfile: { vmSize: 'Standard_D2s_v5' },
          storageProfile: {
            osDisk: {
              name: `${name}-osdisk`,
              managedDisk: { id: neighbour(id, 'Microsoft.Compute/disks', `${name}-osdisk`) },
            },
            dataDisks: [],
          },
          osProfile: { computerName: name, adminUsername: 'operator' },
          networkProfile: {
            networkInterfaces: [{ id: neighbour(id, 'Microsoft.Network/networkInterfaces', `${name}-nic`) }],
          },
        },
      };
    case 'microsoft.network/networkinterfaces':
      return {
        properties: {
          ...ready,
          networkSecurityGroup: {
            id: neighbour(id, 'Microsoft.Network/networkSecurityGroups', name.replace(/-nic$/, '-nsg')),
          },
          ipConfigurations: [],
        },
      };
    case 'microsoft.network/networksecuritygroups':
      return { properties: { ...ready, securityRules: [], defaultSecurityRules: [] } };
    case 'microsoft.storage/storageaccounts':
      return {
        sku: { name: 'Standard_LRS', tier: 'Standard' },
        kind: 'StorageV2',
        properties: {
          ...ready,
          allowBlobPublicAccess: true,
          allowSharedKeyAccess: true,
          minimumTlsVersion: 'TLS1_2',
          supportsHttpsTrafficOnly: true,
          encryption: { keySource: 'Microsoft.Storage', services: { blob: { enabled: true, keyType: 'Account' } } },
          networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
          primaryEndpoints: {},
        },
      };
    default:
      return { properties: ready };
  }
}

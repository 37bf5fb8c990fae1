import { displayLabel } from '../../domain/displayText.ts';
import type { Entity, EntityIndex } from '../../domain/entity.ts';
import { ownString, ownValue, type JsonObject } from '../../domain/json.ts';
import { resourceName } from './resourceLabel.ts';

type Title = (entity: Entity, index: EntityIndex) => string | undefined;

/** How each entity type is called by people: by address, by name and domain, by path and name… */
const titles: Readonly<Record<string, Title>> = {
  ip: ({ properties }) => ownString(properties, 'address') ?? ownString(properties, 'Address'),
  'network-connection': networkConnection,
  host: ({ properties: p }) => {
    const name = ownString(p, 'hostName') ?? ownString(p, 'netBiosName');
    const domain = ownString(p, 'dnsDomain');
    if (name !== undefined) return domain === undefined ? name : `${name}.${domain}`;
    const id = ownString(p, 'azureID');
    return id === undefined ? undefined : resourceName(id);
  },
  'azure-resource': ({ properties: p }) => {
    const id = ownString(p, 'resourceId');
    return id === undefined ? undefined : resourceName(id);
  },
  account: ({ properties: p }) => {
    const name = ownString(p, 'name');
    const upnSuffix = ownString(p, 'upnSuffix');
    const ntDomain = ownString(p, 'ntDomain');
    if (name === undefined) return ownString(p, 'aadUserId') ?? ownString(p, 'sid') ?? ownString(p, 'id');
    if (upnSuffix !== undefined) return `${name}@${upnSuffix}`;
    return ntDomain === undefined ? name : `${ntDomain}\\${name}`;
  },
  process: processTitle,
  file: ({ properties }) => filePath(properties),
  filehash: ({ properties: p }) => {
    return joined(' ', ownString(p, 'algorithm'), ownString(p, 'value'));
  },
  'host-logon-session': ({ properties: p }) => joined(' ', 'Session', ownString(p, 'sessionId')),
  dns: ({ properties }) => ownString(properties, 'domainName'),
  url: ({ properties }) => ownString(properties, 'url'),
  'container-image': ({ properties }) => ownString(properties, 'imageId'),
  container: ({ properties: p }) => ownString(p, 'name') ?? ownString(p, 'containerId'),
  'gcp-resource': ({ properties: p }) => joined(' ', ownString(p, 'resourceType'), ownString(p, 'resourceName')),
  'amazon-resource': ({ properties }) => ownString(properties, 'amazonResourceId'),
  'k8s-cluster': ({ properties: p }, index) => {
    const resource = index.follow(ownValue(p, 'cloudResource'));
    const id = resource === undefined ? undefined : ownString(resource.properties, 'resourceId');
    return ownString(p, 'name') ?? (id === undefined ? undefined : resourceName(id));
  },
  'registry-key': ({ properties: p }) => joined('\\', ownString(p, 'hive'), ownString(p, 'key')),
};

/** The entity's name in one line. An entity without a usable name is called by its type. */
export function entityTitle(entity: Entity, index: EntityIndex): string {
  const own = Object.hasOwn(titles, entity.type) ? titles[entity.type]?.(entity, index) : undefined;
  return displayLabel(own ?? anyName(entity.properties) ?? `Unnamed ${entity.type}`);
}

/** Directory and name of a file entity, with the separator that the directory itself uses. */
function filePath(file: JsonObject): string | undefined {
  const name = ownString(file, 'name');
  const directory = ownString(file, 'directory');
  if (directory === undefined || name === undefined) return name ?? directory;
  const separator = directory.includes('\\') ? '\\' : '/';
  return directory.endsWith(separator) ? directory + name : directory + separator + name;
}

function processTitle({ properties }: Entity, index: EntityIndex): string | undefined {
  const file = index.follow(ownValue(properties, 'imageFile'));
  const image = file === undefined ? undefined : (ownString(file.properties, 'name') ?? filePath(file.properties));
  const id = ownString(properties, 'processId');
  if (image !== undefined) return id === undefined ? image : `${image} (${id})`;
  return ownString(properties, 'commandLine') ?? (id === undefined ? undefined : `Process ${id}`);
}

function networkConnection({ properties }: Entity, index: EntityIndex): string | undefined {
  const source = index.follow(ownValue(properties, 'sourceAddress'));
  const port = ownValue(properties, 'destinationPort');
  const from = source === undefined ? undefined : ownString(source.properties, 'address');
  const to = typeof port === 'number' || typeof port === 'string' ? `port ${String(port)}` : undefined;
  return joined(' → ', from, joined(' ', to, ownString(properties, 'protocol')));
}

function anyName(properties: JsonObject): string | undefined {
  for (const key of ['displayName', 'name', 'Name', 'DisplayName', 'id']) {
    const name = ownString(properties, key);
    if (name !== undefined) return name;
  }
  return undefined;
}

function joined(separator: string, ...parts: readonly (string | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== undefined);
  return present.length === 0 ? undefined : present.join(separator);
}

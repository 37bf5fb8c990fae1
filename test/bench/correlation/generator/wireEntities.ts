import type { JsonObject } from '../../../../src/domain/json.ts';
import type { Account, Actor, FileFact, ProcessFact } from './actor.ts';
import type { Detector, Slot } from './detector.ts';
import type { Resource } from './estate.ts';
import type { Random } from './random.ts';
import { utc } from './wireTime.ts';

/** How the service happens to write this one alert. */
export interface Writing {
  readonly random: Random;
  readonly location: string;
  /** Share of entities that are lost. */
  readonly loss: number;
  /** Share of hosts and accounts that are named by another identifier than usual. */
  readonly aliases: number;
  /** Share of alerts with an address that name the resource's own as well. */
  readonly ownAddress: number;
  /** The resource's id in the case of this alert. */
  readonly resourceId: string;
}

/** Entities of one alert, flat, with references among them. */
class EntityList {
  readonly entities: JsonObject[] = [];
  readonly #writing: Writing;
  #last = 0;

  constructor(writing: Writing) {
    this.#writing = writing;
    this.#last = writing.random.integer(1, 400);
  }

  add(type: string, facts: JsonObject): JsonObject {
    this.#last += 1;
    const $id = `${this.#writing.location}_${this.#last}`;
    this.entities.push({ $id, ...facts, type });
    return { $ref: $id };
  }
}

const countries = [
  ['NL', 'Netherlands', 'Amsterdam', 4.9, 52.37, 64496],
  ['US', 'United States', 'Ashburn', -77.49, 39.04, 64500],
  ['DE', 'Germany', 'Frankfurt', 8.68, 50.11, 64505],
  ['SG', 'Singapore', 'Singapore', 103.85, 1.29, 64510],
  ['BR', 'Brazil', 'Sao Paulo', -46.63, -23.55, 64511],
] as const;

export function writeEntities(
  writing: Writing,
  detector: Detector,
  resource: Resource,
  actor: Actor,
): readonly JsonObject[] {
  const list = new EntityList(writing);
  const { random, loss } = writing;
  const host = resource.kind === 'machine' ? writeHost(list, writing, resource) : undefined;
  if (resource.kind !== 'machine' || detector.shape === 'machineExtension' || random.chance(0.3)) {
    list.add('azure-resource', { resourceId: writing.resourceId });
  }
  const told = new Set<Slot>(detector.slots.filter(() => !random.chance(loss)));
  const file = told.has('file') && actor.file ? writeFile(list, actor.file, random) : undefined;
  const account =
    told.has('account') && actor.account ? writeAccount(list, writing, actor.account, resource, host) : undefined;
  if (told.has('process') && actor.process) writeProcess(list, actor.process, { host, account, file });
  if (told.has('ip') && actor.ip !== undefined) writeAddress(list, actor.ip, random);
  if (detector.slots.includes('ip') && random.chance(writing.ownAddress))
    list.add('ip', { address: resource.publicIp });
  for (const address of told.has('ip') ? (actor.otherIps ?? []) : []) list.add('ip', { address });
  if (told.has('domain') && actor.domain !== undefined) writeDomain(list, actor.domain, host, random);
  if (resource.kind === 'cluster') writePod(list, writing, resource, told.has('pod') ? actor.pod : undefined);
  // Network detectors name the machine's own address, which other networks use as well.
  if (detector.shape === 'machineNetwork' && random.chance(0.7)) list.add('ip', { address: resource.privateIp });
  return list.entities;
}

function writeHost(list: EntityList, { random, aliases, resourceId }: Writing, { name, group }: Resource): JsonObject {
  const form = random.chance(aliases) ? random.integer(1, 3) : 0;
  const hostName = random.chance(aliases) ? name.toUpperCase() : name;
  const domain = { dnsDomain: `${group}.internal.example`, ntDomain: '' };
  return list.add('host', {
    ...(form === 1 ? {} : domain),
    hostName,
    netBiosName: hostName.slice(0, 15),
    ...(form === 2 || form === 3 ? {} : { azureID: resourceId }),
    osFamily: 'Linux',
    osVersion: 'Linux',
    isDomainJoined: false,
  });
}

function writeAccount(
  list: EntityList,
  { random, aliases }: Writing,
  { kind, name, domain, objectId }: Account,
  { tenant }: Resource,
  host: JsonObject | undefined,
): JsonObject {
  if (kind === 'local') {
    const sid = objectId === '' ? {} : { sid: objectId };
    return list.add('account', { name, ...sid, ...(host ? { host } : {}), isDomainJoined: false });
  }
  if (kind === 'application') return list.add('account', { name, aadTenantId: tenant.id, aadUserId: objectId });
  const written = random.chance(aliases) && name.length % 2 === 0 ? name.toUpperCase() : name;
  const form = random.chance(aliases) ? random.integer(1, 2) : 0;
  return list.add('account', {
    ...(form === 1 ? {} : { name: written, upnSuffix: domain }),
    aadTenantId: tenant.id,
    ...(form === 2 ? {} : { aadUserId: objectId }),
  });
}

function writeFile(list: EntityList, { directory, name, sha256 }: FileFact, random: Random): JsonObject {
  const hash = random.chance(0.8) ? list.add('filehash', { algorithm: 'SHA256', value: sha256 }) : undefined;
  return list.add('file', { directory, name, ...(hash === undefined ? {} : { fileHashes: [hash] }) });
}

interface ProcessOwner {
  readonly host: JsonObject | undefined;
  readonly account: JsonObject | undefined;
  readonly file: JsonObject | undefined;
}

function writeProcess(list: EntityList, process: ProcessFact, { host, account, file }: ProcessOwner): void {
  const parent = process.parent && list.add('process', processFacts(process.parent, host));
  list.add('process', {
    ...processFacts(process, host),
    commandLine: process.commandLine,
    elevationToken: 'Default',
    ...(file ? { imageFile: file } : {}),
    ...(account ? { account } : {}),
    ...(parent ? { parentProcess: parent } : {}),
  });
  if (host && account) {
    list.add('host-logon-session', {
      sessionId: `0x${process.pid.toString(16)}f`,
      startTimeUtc: utc(process.createdAt),
      host,
      account,
    });
  }
}

function processFacts({ pid, createdAt, commandLine }: ProcessFact, host: JsonObject | undefined): JsonObject {
  return {
    processId: `0x${pid.toString(16)}`,
    commandLine,
    creationTimeUtc: utc(createdAt),
    ...(host ? { host } : {}),
  };
}

function writeAddress(list: EntityList, address: string, random: Random): void {
  const [countryCode, countryName, city, longitude, latitude, asn] =
    countries[address.length % countries.length] ?? countries[0];
  const location = { countryCode, countryName, city, longitude, latitude, asn, carrier: 'example networks' };
  const source = list.add('ip', { address, ...(random.chance(0.7) ? { location } : {}) });
  if (random.chance(0.6))
    list.add('network-connection', { sourceAddress: source, destinationPort: '443', protocol: 'Tcp' });
}

function writeDomain(list: EntityList, domainName: string, host: JsonObject | undefined, random: Random): void {
  const address = `198.51.100.${random.integer(1, 254)}`;
  const answer = random.chance(0.4) ? [list.add('ip', { address })] : [];
  list.add('dns', {
    domainName,
    ...(answer.length > 0 ? { ipAdresses: answer } : {}),
    ...(host ? { hostIpAddress: host } : {}),
  });
}

function writePod(list: EntityList, writing: Writing, { name }: Resource, pod: string | undefined): void {
  const cluster = list.add('K8s-cluster', { cloudResource: { $ref: `${writing.location}_0` }, name });
  if (pod === undefined) return;
  const namespace = list.add('K8s-namespace', { name: 'default', cluster });
  const podRef = list.add('K8s-pod', { name: pod, namespace });
  const image = list.add('container-image', { imageId: `registry.example/${name}:v1` });
  list.add('container', { name: 'main', containerId: pod.slice(-5), image, pod: podRef });
}

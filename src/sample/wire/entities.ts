import { alertStart } from './entityDraft.ts';
import { resourceIdOf } from './resource.ts';
import { stableGuid, stableNumber } from './stableGuid.ts';
import type { EntityDraft } from './entityDraft.ts';
import type { SampleResource } from './resource.ts';

/** Builders of entities, with the keys and in the key order seen on the wire. */

const primaryEntities = new WeakMap<SampleResource, EntityDraft>();

/** The entity that stands for the resource itself; always the same object, so that other entities can refer to it. */
export function entityOf(resource: SampleResource): EntityDraft {
  const known = primaryEntities.get(resource);
  if (known !== undefined) return known;
  const made = resource.os !== undefined ? machine(resource, resource.os) : azureResource(resource);
  primaryEntities.set(resource, made);
  return made;
}

function machine(resource: SampleResource, os: string): EntityDraft {
  return {
    dnsDomain: '',
    ntDomain: '',
    hostName: resource.name,
    netBiosName: resource.name,
    azureID: resourceIdOf(resource),
    omsAgentID: agentIdOf(resource),
    osFamily: os,
    osVersion: os,
    isDomainJoined: false,
    type: 'host',
  };
}

/** Id of the monitoring agent on a machine, the same wherever the machine is named. */
export function agentIdOf(resource: SampleResource): string {
  return stableGuid(`agent/${resourceIdOf(resource)}`);
}

function azureResource(resource: SampleResource): EntityDraft {
  return { resourceId: resourceIdOf(resource), type: 'azure-resource' };
}

export interface Place {
  readonly countryCode: string;
  readonly countryName: string;
  readonly state: string;
  readonly city: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly asn: number;
  readonly carrier: string;
}

export interface ThreatIntelligence {
  readonly providerName: string;
  readonly threatType: string;
  readonly threatName: string;
  readonly confidence: number;
  readonly reportLink: string;
  readonly threatDescription: string;
}

export function ip(address: string, place: Place, threats: readonly ThreatIntelligence[] = []): EntityDraft {
  const located = { address, location: place };
  return threats.length === 0 ? { ...located, type: 'ip' } : { ...located, threatIntelligence: threats, type: 'ip' };
}

export function connection(source: EntityDraft, destinationPort: number, protocol = 'Tcp'): EntityDraft {
  return { sourceAddress: source, destinationPort, protocol, type: 'network-connection' };
}

/** An account on one machine. */
export function localAccount(name: string, host: EntityDraft, ntDomain = ''): EntityDraft {
  const sid = `S-1-5-21-${String(stableNumber(`sid/${name}`, 4_000_000_000))}-1104`;
  return { name, ntDomain, host, sid, isDomainJoined: false, type: 'account', logonId: logonIdOf(name) };
}

/** A person or service principal of the directory. */
export function cloudAccount(upn: string, aadTenantId: string): EntityDraft {
  const [name, upnSuffix] = upn.split('@');
  return { name, upnSuffix, aadTenantId, aadUserId: stableGuid(`user/${upn}`), type: 'account' };
}

export function logonSession(account: EntityDraft, host: EntityDraft): EntityDraft {
  const sessionId = logonIdOf(String(account['name']));
  return { sessionId, startTimeUtc: alertStart, endTimeUtc: alertStart, type: 'host-logon-session', host, account };
}

function fileHash(value: string): EntityDraft {
  return { algorithm: 'SHA256', value, type: 'filehash' };
}

/** @param hashed a SHA-256 made up from this text is attached when it is given */
export function file(directory: string, name: string, hashed?: string): EntityDraft {
  if (hashed === undefined) return { directory, name, type: 'file' };
  const value = (stableGuid(`${hashed}/1`) + stableGuid(`${hashed}/2`)).replaceAll('-', '');
  return { directory, name, fileHashes: [fileHash(value)], type: 'file' };
}

export interface ProcessFacts {
  readonly commandLine: string;
  readonly host: EntityDraft;
  readonly image?: EntityDraft;
  readonly account?: EntityDraft;
  readonly parent?: EntityDraft;
}

export function process({ commandLine, host, image, account, parent }: ProcessFacts): EntityDraft {
  return {
    processId: `0x${(0x400 + stableNumber(`pid/${commandLine}`, 0xf000)).toString(16)}`,
    commandLine,
    ...(parent && { creationTimeUtc: alertStart }),
    ...(image && { imageFile: image }),
    ...(account && { account }),
    ...(parent && { parentProcess: parent }),
    host,
    type: 'process',
  };
}

export function malware(name: string, category: string, files: readonly EntityDraft[]): EntityDraft {
  return { name, category, files, type: 'malware' };
}

export function url(address: string): EntityDraft {
  return { url: address, type: 'url' };
}

/** `ipAdresses` is the service's own spelling. */
export function dnsName(domainName: string, answers: readonly EntityDraft[], host: EntityDraft): EntityDraft {
  return { domainName, ipAdresses: answers, hostIpAddress: host, type: 'dns' };
}

export function blobContainer(name: string, storage: EntityDraft): EntityDraft {
  return { name, storageResource: storage, type: 'blob-container' };
}

export function blob(name: string, container: EntityDraft, address: string): EntityDraft {
  return { name, blobContainer: container, url: address, etag: `0x${stableGuid(address).slice(0, 8)}`, type: 'blob' };
}

function logonIdOf(name: string): string {
  return `0x${stableNumber(`logon/${name}`, 0x7fffffff).toString(16)}`;
}

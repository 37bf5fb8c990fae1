import { EntityIndex, type Entity } from '../../entity.ts';
import type { Json, JsonObject } from '../../json.ts';
import { ownString, ownValue } from '../../json.ts';
import { accountKeys, isGenericAccount } from './accountKeys.ts';
import type { CorrelationFacts } from './correlationFacts.ts';
import type { EvidenceKindName } from './evidenceKind.ts';
import { plainReaders, type EvidenceReaders } from './evidenceReaders.ts';
import { propertyEvidence } from './propertyEvidence.ts';

/** Takes what is found in one alert. Keys are folded, so that equal keys are the same thing. */
export interface EvidenceSink {
  add(kind: EvidenceKindName, key: string): void;
  /** Two keys of one thing: an account's name and its directory object, a host's name and its resource. */
  alias(kind: EvidenceKindName, key: string, other: string): void;
}

/** An entity list longer than this is read up to here: what is shared by ten thousand things tells nothing apart. */
const entityLimit = 2_000;

/** Keys longer than this are cut: enough to tell things apart, and one megabyte of key stays no memory problem. */
const keyLimit = 512;

/** Finds in one alert after the other all that can connect it to others. */
export class EvidenceCollector {
  readonly #sink: EvidenceSink;
  readonly #readers: EvidenceReaders;

  constructor(sink: EvidenceSink, readers: EvidenceReaders = plainReaders) {
    this.#sink = boundedSink(sink);
    this.#readers = readers;
  }

  /** Total: unknown types and wrong shapes give nothing. */
  collect(alert: CorrelationFacts): void {
    const sink = this.#sink;
    const readers = this.#readers;
    let place: string | undefined;
    for (const { azureResourceId } of alert.resources) {
      const resource = azureResourceId === undefined ? undefined : readers.resource(azureResourceId);
      if (resource === undefined) continue;
      sink.add('resource', resource);
      place ??= resource;
    }
    const entities = alert.entities.length > entityLimit ? alert.entities.slice(0, entityLimit) : alert.entities;
    const index = new EntityIndex(entities);
    const context: Context = { index, alert, sink, readers, place: place ?? alert.subscriptionId };
    for (const entity of entities) collectors.get(entity.type)?.(entity.properties, context);
    propertyEvidence(alert, sink, readers);
  }
}

interface Context {
  readonly index: EntityIndex;
  readonly alert: CorrelationFacts;
  readonly sink: EvidenceSink;
  readonly readers: EvidenceReaders;
  /** The resource of the alert, or its subscription: what gives meaning to names that exist in many places. */
  readonly place: string;
}

type Collector = (properties: JsonObject, context: Context) => void;

/** By entity type. A map: a type named "__proto__" must find nothing. */
const collectors = new Map<string, Collector>(
  Object.entries<Collector>({
    ip: (properties, { sink, readers, place }) => {
      const address = readers.address(ownString(properties, 'address') ?? '');
      if (address?.scope === 'public') sink.add('address', address.key);
      // The same private address exists in every network: it names something only together with where it was seen.
      else if (address !== undefined) sink.add('privateAddress', `${address.key} in ${place}`);
    },
    account: (properties, context) => {
      const { sink } = context;
      const [first, ...others] = accountKeys(properties, hostPlace(properties, context));
      if (first === undefined) return;
      sink.add('account', first);
      for (const other of others) sink.alias('account', first, other);
    },
    host: addHost,
    process: (properties, context) => {
      const { sink } = context;
      const id = ownString(properties, 'processId');
      const created = ownString(properties, 'creationTimeUtc');
      if (id !== undefined && created !== undefined) {
        sink.add('session', `process ${id} ${created} on ${hostPlace(properties, context)}`.toLowerCase());
      }
      const command = ownString(properties, 'commandLine');
      // A bare program name is everywhere; arguments make it somebody's.
      if (command !== undefined && command.trim().includes(' ')) sink.add('command', command.trim().toLowerCase());
    },
    file: (properties, { sink }) => {
      const name = ownString(properties, 'name');
      const directory = ownString(properties, 'directory');
      if (name !== undefined && directory !== undefined) sink.add('file', `${directory}/${name}`.toLowerCase());
    },
    filehash: (properties, { sink }) => {
      const value = ownString(properties, 'value');
      if (value !== undefined) sink.add('fileHash', value.toLowerCase());
    },
    'host-logon-session': (properties, context) => {
      const id = ownString(properties, 'sessionId');
      // Session ids of the system accounts ("0x3e7") are the same on every Windows machine.
      if (id === undefined || (id.length === 5 && /^0x3e[4-7]$/i.test(id))) return;
      context.sink.add('session', `session ${id} on ${hostPlace(properties, context)}`.toLowerCase());
    },
    dns: (properties, { sink }) => {
      const name = ownString(properties, 'domainName');
      if (name !== undefined) sink.add('domain', name.toLowerCase().replace(/\.$/, ''));
    },
    url: (properties, { sink, readers }) => {
      const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(ownString(properties, 'url') ?? '')?.[1];
      if (host === undefined) return;
      const address = readers.address(host);
      if (address?.scope === 'public') sink.add('address', address.key);
      else if (address === undefined && host.includes('.')) sink.add('domain', host.toLowerCase());
    },
    'azure-resource': (properties, { sink, readers }) => {
      const resource = readers.resource(ownString(properties, 'resourceId') ?? '');
      if (resource !== undefined) sink.add('resource', resource);
    },
    'k8s-pod': workload('pod'),
    container: (properties, { sink }) => {
      const id = ownString(properties, 'containerId');
      if (id !== undefined) sink.add('workload', `container ${id}`.toLowerCase());
    },
    'amazon-resource': (properties, { sink }) => {
      const arn = ownString(properties, 'amazonResourceId') ?? ownString(properties, 'arn');
      if (arn !== undefined) sink.add('resource', arn.toLowerCase());
    },
    'gcp-resource': (properties, { sink }) => {
      const parts = ['projectId', 'resourceType', 'resourceName'].map((name) => ownString(properties, name));
      if (parts.every((part) => part !== undefined)) sink.add('resource', `gcp/${parts.join('/')}`.toLowerCase());
    },
    'cloud-application': (properties, { sink }) => {
      const id = ownString(properties, 'appId') ?? ownString(properties, 'instanceName');
      if (id !== undefined) sink.add('account', id.toLowerCase());
    },
    mailbox: (properties, { sink }) => {
      const address = ownString(properties, 'upn') ?? ownString(properties, 'mailboxPrimaryAddress');
      if (address !== undefined && !isGenericAccount(address)) sink.add('account', address.toLowerCase());
    },
  }),
);

/** A pod is itself only inside its namespace and cluster. */
function workload(noun: string): Collector {
  return (properties, { index, sink, place }) => {
    const name = ownString(properties, 'name');
    if (name === undefined) return;
    const space = follow(index, properties, 'namespace');
    const within = space === undefined ? '' : `${ownString(space, 'name') ?? ''}/`;
    sink.add('workload', `${noun} ${within}${name} in ${place}`.toLowerCase());
  };
}

function follow(index: EntityIndex, properties: JsonObject, name: string): JsonObject | undefined {
  const value: Json | undefined = ownValue(properties, name);
  const entity: Entity | undefined = index.follow(value);
  return entity?.properties;
}

function addHost(host: JsonObject, { alert, sink, readers }: Context): void {
  const resource = readers.resource(ownString(host, 'azureID') ?? '');
  const name = hostName(host);
  if (resource !== undefined) {
    sink.add('resource', resource);
    if (name !== undefined) sink.alias('resource', resource, namedHost(name, alert));
  } else if (name !== undefined) {
    sink.add('resource', namedHost(name, alert));
  }
}

/** What tells machines apart for the things on them: the host that an entity names, or else the alert's own place. */
function hostPlace(properties: JsonObject, { index, alert, readers, place }: Context): string {
  const host = follow(index, properties, 'host');
  if (host === undefined) return place;
  const name = hostName(host);
  const resource = readers.resource(ownString(host, 'azureID') ?? '');
  return resource ?? (name === undefined ? place : namedHost(name, alert));
}

function hostName(host: JsonObject): string | undefined {
  return (ownString(host, 'hostName') ?? ownString(host, 'netBiosName'))?.toLowerCase();
}

/** A host without a resource id is the same host only within one subscription. */
function namedHost(name: string, alert: CorrelationFacts): string {
  return `host ${name} in ${alert.subscriptionId}`;
}

function boundedSink(sink: EvidenceSink): EvidenceSink {
  const cut = (key: string): string => (key.length > keyLimit ? key.slice(0, keyLimit) : key);
  return {
    add: (kind, key) => {
      sink.add(kind, cut(key));
    },
    alias: (kind, key, other) => {
      sink.alias(kind, cut(key), cut(other));
    },
  };
}

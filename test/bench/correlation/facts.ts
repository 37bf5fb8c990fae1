import type { Json, JsonObject } from '../../../src/domain/json.ts';
import { isJsonObject, ownString } from '../../../src/domain/json.ts';
import { killChainBand, parseIntent } from '../../../src/domain/killChain.ts';
import { foldResourceId, isLeafResource } from '../../../src/domain/resourceId.ts';
import type { Row } from './row.ts';

/**
 * What the baselines look at: one entry per distinct alert in its latest delivery, without the service's incidents. Keys
 * are interned, so that a baseline is a loop over numbers.
 */
export interface AlertFacts {
  /** Epoch milliseconds. */
  readonly times: readonly number[];
  readonly types: readonly number[];
  readonly severities: readonly number[];
  /** Bit set of kill-chain bands; 0 where the service names no tactic. */
  readonly bands: readonly number[];
  /** Keys of everything named, the resource among them. */
  readonly entities: readonly (readonly number[])[];
  /** Keys of the resources that are no container. */
  readonly resources: readonly (readonly number[])[];
  readonly keyCount: number;
}

const severityRanks: Readonly<Record<string, number>> = { High: 3, Medium: 2, Low: 1 };

export function readFacts(alerts: Iterable<Row>): AlertFacts {
  const intern = new Interner();
  const facts = {
    times: [] as number[],
    types: [] as number[],
    severities: [] as number[],
    bands: [] as number[],
    entities: [] as (readonly number[])[],
    resources: [] as (readonly number[])[],
  };
  for (const { properties } of alerts) {
    facts.times.push(Date.parse(properties.startTimeUtc));
    facts.types.push(intern.keyOf(`type ${properties.alertType}`));
    facts.severities.push(severityRanks[properties.severity] ?? 0);
    facts.bands.push(
      parseIntent(properties.intent).tactics.reduce((bits, tactic) => bits | (1 << killChainBand(tactic)), 0),
    );
    const resources = properties.resourceIdentifiers.flatMap((each) => ownString(each, 'azureResourceId') ?? []);
    const leaves = resources.filter(isLeafResource).map((id) => intern.keyOf(`resource ${foldResourceId(id)}`));
    const named = entityNames(properties.entities).map((name) => intern.keyOf(name));
    facts.resources.push(leaves);
    facts.entities.push([...new Set([...leaves, ...named])]);
  }
  return { ...facts, keyCount: intern.size };
}

class Interner {
  readonly #keys = new Map<string, number>();

  get size(): number {
    return this.#keys.size;
  }

  keyOf(name: string): number {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    this.#keys.set(name, this.#keys.size);
    return this.#keys.size - 1;
  }
}

/** Strong identifiers only, folded: what the published rules would call the same entity. */
export function entityNames(entities: readonly JsonObject[]): readonly string[] {
  const byId = new Map(entities.map((entity) => [ownString(entity, '$id'), entity] as const));
  const follow = (value: Json | undefined): JsonObject | undefined => {
    if (!isJsonObject(value)) return undefined;
    const ref = ownString(value, '$ref');
    return ref === undefined ? value : byId.get(ref);
  };
  return entities.flatMap((entity) => nameOf(entity, follow) ?? []);
}

type Follow = (value: Json | undefined) => JsonObject | undefined;

function nameOf(entity: JsonObject, follow: Follow): string | undefined {
  const text = (name: string): string | undefined => ownString(entity, name)?.toLowerCase();
  switch (text('type')) {
    case 'azure-resource': {
      const id = text('resourceId');
      return id !== undefined && isLeafResource(id) ? `resource ${foldResourceId(id)}` : undefined;
    }
    case 'host': {
      const id = text('azureID');
      return id === undefined ? prefixed('host', text('hostName')) : `resource ${foldResourceId(id)}`;
    }
    case 'ip':
      return prefixed('ip', text('address'));
    case 'account':
      return accountName(text);
    case 'filehash':
      return prefixed('hash', text('value'));
    case 'process': {
      const host = follow(entity['host']);
      const created = text('creationTimeUtc');
      return created && `process ${text('processId') ?? ''} ${created} ${host ? (nameOf(host, follow) ?? '') : ''}`;
    }
    case 'dns':
      return prefixed('domain', text('domainName'));
    case 'k8s-pod':
      return prefixed('pod', text('name'));
    default:
      return undefined;
  }
}

function accountName(text: (name: string) => string | undefined): string | undefined {
  const strong = text('aadUserId') ?? text('sid');
  if (strong !== undefined) return `account ${strong}`;
  const [name, suffix] = [text('name'), text('upnSuffix')];
  return name !== undefined && suffix !== undefined ? `account ${name}@${suffix}` : undefined;
}

function prefixed(prefix: string, value: string | undefined): string | undefined {
  return value && `${prefix} ${value}`;
}

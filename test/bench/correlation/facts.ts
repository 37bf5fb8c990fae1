import type { Json, JsonObject } from '../../../src/domain/json.ts';
import { isJsonObject, ownString } from '../../../src/domain/json.ts';
import { killChainBand, parseIntent } from '../../../src/domain/killChain.ts';
import { foldResourceId, isLeafResource } from '../../../src/domain/resourceId.ts';
import type { Row } from './row.ts';

/** What the baselines look at, one entry for each alert. Keys are interned: a baseline is a loop over numbers. */
export interface AlertFacts {
  /** Epoch milliseconds. */
  readonly times: readonly number[];
  readonly types: readonly number[];
  /** Bit set of kill-chain bands; 0 where the service names no tactic. */
  readonly bands: readonly number[];
  /** Keys of everything named, the resource among them. */
  readonly entities: readonly (readonly number[])[];
  /** Keys of the resources that are no container. */
  readonly resources: readonly (readonly number[])[];
}

/** Reads alerts one by one, so that their rows need not be kept. */
export class FactsReader {
  readonly #intern = new Interner();
  readonly #times: number[] = [];
  readonly #types: number[] = [];
  readonly #bands: number[] = [];
  readonly #entities: (readonly number[])[] = [];
  readonly #resources: (readonly number[])[] = [];

  read({ properties }: Row): void {
    const intern = this.#intern;
    this.#times.push(Date.parse(properties.startTimeUtc));
    this.#types.push(intern.keyOf(`type ${properties.alertType}`));
    const { tactics } = parseIntent(properties.intent);
    this.#bands.push(tactics.reduce((bits, tactic) => bits | (1 << killChainBand(tactic)), 0));
    const resources = properties.resourceIdentifiers.flatMap((each) => ownString(each, 'azureResourceId') ?? []);
    const leaves = resources.filter(isLeafResource).map((id) => intern.keyOf(`resource ${foldResourceId(id)}`));
    const named = entityNames(properties.entities).map((name) => intern.keyOf(name));
    this.#resources.push(leaves);
    this.#entities.push([...new Set([...leaves, ...named])]);
  }

  facts(): AlertFacts {
    return {
      times: this.#times,
      types: this.#types,
      bands: this.#bands,
      entities: this.#entities,
      resources: this.#resources,
    };
  }
}

class Interner {
  readonly #keys = new Map<string, number>();

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

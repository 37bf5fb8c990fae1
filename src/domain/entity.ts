import type { Json, JsonObject } from './json.ts';
import { isJsonObject, ownString, ownValue } from './json.ts';

/**
 * An entity of an alert as sent: an IP address, an account, a process… Properties are kept by reference, since one
 * refresh holds hundreds of thousands of them; `type` is folded because the service's case varies.
 */
export interface Entity {
  /** `$id`, unique within one answer of the service only: never keep it across refreshes. */
  readonly id?: string;
  /** Lower-case wire type: "ip", "azure-resource", "k8s-pod"; "unknown" when the service sent none. */
  readonly type: string;
  readonly properties: JsonObject;
}

/** Wire type of a member in an incident's entity list; the second and later forms are tolerated, not observed. */
const memberTypes = new Set(['alerts', 'alert', 'security-alert', 'securityalert']);

export function isMemberEntity(entity: Entity): boolean {
  return memberTypes.has(entity.type);
}

/** Reads one element of `entities`; undefined for what is not an object or is nothing but a reference. */
export function toEntity(value: Json): Entity | undefined {
  if (!isJsonObject(value)) return undefined;
  if (refOf(value) !== undefined && Object.keys(value).length === 1) return undefined;
  const id = ownString(value, '$id') ?? (typeof value['$id'] === 'number' ? String(value['$id']) : undefined);
  const type = (ownString(value, 'type') ?? ownString(value, 'Type') ?? 'unknown').toLowerCase();
  return id === undefined ? { type, properties: value } : { id, type, properties: value };
}

/** The `$ref` of a nested reference, or undefined when the value is something else. */
export function refOf(value: Json | undefined): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const ref = ownValue(value, '$ref');
  return typeof ref === 'string' || typeof ref === 'number' ? String(ref) : undefined;
}

/**
 * Follows references among one alert's entities. Dangling references give undefined; cycles are safe because a call
 * follows one step only.
 */
export class EntityIndex {
  readonly #entities: readonly Entity[];
  #byId: ReadonlyMap<string, Entity> | undefined;

  constructor(entities: readonly Entity[]) {
    this.#entities = entities;
  }

  /** The entity that a value names by reference or holds inline. */
  follow(value: Json | undefined): Entity | undefined {
    const ref = refOf(value);
    if (ref !== undefined) return this.#find(ref);
    return isJsonObject(value) ? toEntity(value) : undefined;
  }

  /** The first entity with an id. */
  #find(id: string): Entity | undefined {
    if (this.#entities.length <= shortList) return this.#entities.find((entity) => entity.id === id);
    this.#byId ??= indexById(this.#entities);
    return this.#byId.get(id);
  }
}

/** Lists up to that length are looked through faster than they are indexed; nearly all alerts have such. */
const shortList = 16;

function indexById(entities: readonly Entity[]): ReadonlyMap<string, Entity> {
  const byId = new Map<string, Entity>();
  for (const entity of entities) if (entity.id !== undefined && !byId.has(entity.id)) byId.set(entity.id, entity);
  return byId;
}

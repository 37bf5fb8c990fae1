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
  return {
    ...(id === undefined ? {} : { id }),
    type: (ownString(value, 'type') ?? ownString(value, 'Type') ?? 'unknown').toLowerCase(),
    properties: value,
  };
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
  readonly #byId = new Map<string, Entity>();

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) {
      if (entity.id !== undefined && !this.#byId.has(entity.id)) this.#byId.set(entity.id, entity);
    }
  }

  /** The entity that a value names by reference or holds inline. */
  follow(value: Json | undefined): Entity | undefined {
    const ref = refOf(value);
    if (ref !== undefined) return this.#byId.get(ref);
    return isJsonObject(value) ? toEntity(value) : undefined;
  }
}

import { displayLabel } from '../../domain/displayText.ts';
import { refOf, type Entity, type EntityIndex } from '../../domain/entity.ts';
import { isJsonObject, ownValue, type Json } from '../../domain/json.ts';
import type { RelationModel } from '../../protocol/entityModel.ts';
import { entityTitle } from './entityTitle.ts';
import { humanizeName } from './humanizeName.ts';

/** Steps that a chain is followed in one place: process → image file → hash. The rest is in the entity's own card. */
const depthLimit = 3;
const listLimit = 20;

export interface EntityPlaces {
  readonly index: EntityIndex;
  /** Place of an entity in the panel; undefined for one that is written inside another. */
  idOf(entity: Entity): string | undefined;
}

/** Where the entity's references lead, followed a few steps, each entity once in a chain so that cycles end. */
export function relationsOf(entity: Entity, places: EntityPlaces): RelationModel[] {
  return follow(entity, places, [entity], 1);
}

function follow(entity: Entity, places: EntityPlaces, chain: readonly Entity[], depth: number): RelationModel[] {
  return Object.entries(entity.properties).flatMap(([name, value]) => {
    const references = listOf(value).filter(isEntityLike).slice(0, listLimit);
    return references.map((reference) => relation(name, reference, places, chain, depth));
  });
}

function relation(
  name: string,
  reference: Json,
  places: EntityPlaces,
  chain: readonly Entity[],
  depth: number,
): RelationModel {
  const label = humanizeName(name);
  const target = places.index.follow(reference);
  if (target === undefined) {
    const title = `not in this alert (reference ${displayLabel(refOf(reference) ?? '?', 60)})`;
    return { label, title, state: 'missing', details: [] };
  }
  const entityId = places.idOf(target);
  const seenAbove = chain.some((entity) => entity.properties === target.properties);
  const stop = seenAbove || depth >= depthLimit;
  return {
    label,
    title: entityTitle(target, places.index),
    state: seenAbove ? 'seenAbove' : 'found',
    ...(entityId === undefined ? {} : { entityId }),
    details: stop ? [] : follow(target, places, [...chain, target], depth + 1),
  };
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isJsonObject(value) || typeof value !== 'object' || value === null ? [value] : value;
}

/** A reference, or an entity written in place: the service does both. */
function isEntityLike(value: Json): boolean {
  if (refOf(value) !== undefined) return true;
  if (!isJsonObject(value)) return false;
  const type = ownValue(value, 'type') ?? ownValue(value, 'Type');
  return typeof type === 'string' && ownValue(value, '$id') !== undefined;
}

/** True for a property that `relationsOf` shows, so that the facts leave it out. */
export function isRelation(value: Json | undefined): boolean {
  const list = listOf(value);
  return list.length > 0 && list.length <= listLimit && list.every(isEntityLike);
}

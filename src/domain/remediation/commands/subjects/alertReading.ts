import type { Alert } from '../../../alert.ts';
import { EntityIndex, type Entity } from '../../../entity.ts';
import { ownString, ownValue } from '../../../json.ts';

/** Entities of some types, by lower-case wire type. */
export function entitiesOf(alert: Alert, ...types: readonly string[]): readonly Entity[] {
  return alert.entities.filter(({ type }) => types.includes(type));
}

/** A text of the entity that a property of another one refers to. */
export function textBehind(
  alert: Alert,
  entity: Entity | undefined,
  property: string,
  name: string,
): string | undefined {
  const target = entityBehind(alert, entity, property);
  return target === undefined ? undefined : ownString(target.properties, name);
}

/** The entity that a property refers to, by `$ref` or inline. */
export function entityBehind(alert: Alert, entity: Entity | undefined, property: string): Entity | undefined {
  if (entity === undefined) return undefined;
  return new EntityIndex(alert.entities).follow(ownValue(entity.properties, property));
}

/** Texts of the extended properties that are called one of these names (lower case), in the alert's order. */
export function extendedTexts(alert: Alert, ...names: readonly string[]): readonly string[] {
  return alert.extendedProperties.flatMap(({ name, value }) =>
    names.includes(name.trim().toLowerCase()) && typeof value === 'string' ? [value.trim()] : [],
  );
}

/** Those texts that are there, each once, in their order. */
export function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text): text is string => text !== undefined && text !== ''))];
}

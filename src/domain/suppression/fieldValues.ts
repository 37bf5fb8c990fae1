import type { Alert } from '../alert.ts';
import { EntityIndex } from '../entity.ts';
import type { Json } from '../json.ts';
import { isJsonObject } from '../json.ts';

/**
 * The texts that an alert has under a field of a rule, such as `entities.ip.address`: of every entity of that type, and
 * through the entities that it refers to. Names are compared without regard to case and hyphens, since the service
 * writes fields in lower case and entities in camel case. Undefined for a field that is not about entities.
 */
export function fieldValues(alert: Alert, field: string): readonly string[] | undefined {
  const [root, type, ...path] = field.split('.').map(fold);
  if (root !== 'entities' || type === undefined || path.length === 0) return undefined;
  const index = new EntityIndex(alert.entities);
  return alert.entities
    .filter((entity) => fold(entity.type) === type)
    .flatMap(({ properties }) => textsAt(properties, path, index));
}

function textsAt(value: Json | undefined, path: readonly string[], index: EntityIndex): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((each) => textsAt(each, path, index));
  const [key, ...rest] = path;
  if (key === undefined) return textOf(value);
  if (!isJsonObject(value)) return [];
  return Object.entries(index.follow(value)?.properties ?? {})
    .filter(([name]) => fold(name) === key)
    .flatMap(([, inner]) => textsAt(inner, rest, index));
}

function textOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

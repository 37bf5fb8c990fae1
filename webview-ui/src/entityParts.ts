import type { EntityGroup } from '../../src/protocol/entityModel.ts';

/** Ids of an entity group's foldable parts. By place, not by name: an unknown type's name is text of the alert. */
export function groupPart(place: number): string {
  return `entities${String(place)}`;
}

export function fullListPart(place: number): string {
  return `entities${String(place)}All`;
}

/** Place of the group that holds the entity. */
export function findEntity(groups: readonly EntityGroup[], entityId: string): number | undefined {
  const place = groups.findIndex(({ entities }) => entities.some((entity) => entity.entityId === entityId));
  return place < 0 ? undefined : place;
}

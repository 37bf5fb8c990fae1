import { alertStart, flattenEntities, isEntity } from './entityDraft.ts';
import type { EntityDraft } from './entityDraft.ts';

/**
 * Hands out the `$id`s of one response: `westeurope_1`, `westeurope_2`, … counted per region over the whole page.
 * A page therefore needs its own numbering, and the same alert has other `$id`s on the next answer.
 */
export class PageNumbering {
  private readonly used = new Map<string, number>();

  next(region: string): string {
    const number = (this.used.get(region) ?? 0) + 1;
    this.used.set(region, number);
    return `${region}_${String(number)}`;
  }

  /** The flat entity list of one alert, with `$id`s, and `$ref`s in place of nested entities. */
  entities(region: string, roots: readonly EntityDraft[], startTimeUtc: string): readonly object[] {
    const flat = flattenEntities(roots);
    const ids = new Map(flat.map((entity) => [entity, this.next(region)]));
    return flat.map((entity) => ({ $id: ids.get(entity), ...settled(entity, ids, startTimeUtc) }));
  }
}

function settled(entity: EntityDraft, ids: ReadonlyMap<EntityDraft, string>, startTimeUtc: string): object {
  const settle = (value: unknown): unknown => {
    if (value === alertStart) return startTimeUtc;
    if (isEntity(value)) return { $ref: ids.get(value) };
    return Array.isArray(value) ? value.map(settle) : value;
  };
  return Object.fromEntries(Object.entries(entity).map(([key, value]) => [key, settle(value)]));
}

/**
 * An entity before it has its `$id`. Where one entity refers to another it holds the other object itself; the page
 * numbering turns that into `{ "$ref": … }`. The string `type` is what tells an entity from a plain nested value.
 */
export interface EntityDraft {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function isEntity(value: unknown): value is EntityDraft {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/**
 * Every entity reachable from the given ones, each once, an entity after those it refers to: the order in which the
 * service lists them.
 */
export function flattenEntities(roots: readonly EntityDraft[]): readonly EntityDraft[] {
  const listed = new Set<EntityDraft>();
  for (const root of roots) visit(root, listed);
  return [...listed];
}

function visit(value: unknown, listed: Set<EntityDraft>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isEntity(value) && listed.has(value)) return;
  for (const nested of Object.values(value)) visit(nested, listed);
  if (isEntity(value)) listed.add(value);
}

/** Stands in an entity for the time at which its alert began, which a story does not know. */
export const alertStart = Symbol('start of the alert');

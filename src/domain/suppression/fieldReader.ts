import type { Alert } from '../alert.ts';
import { EntityIndex } from '../entity.ts';
import type { Json } from '../json.ts';
import { isJsonObject, ownValue } from '../json.ts';

/** Names that are remembered in their folded form; names of properties may come from strangers without end. */
const mostNames = 10_000;

/** Folds a name for comparing: the service writes fields in lower case, and entities in camel case and with hyphens. */
type Fold = (name: string) => string;

/**
 * Reads the texts that alerts have under a field of a rule, such as `entities.ip.address`: of every entity of that type,
 * and through the entities that it refers to. Undefined for a field that is not about entities.
 */
export function fieldReader(field: string): ((alert: Alert) => readonly string[]) | undefined {
  const fold = rememberingFold();
  const [root, type, ...path] = field.split('.').map(fold);
  if (root !== 'entities' || type === undefined || path.length === 0) return undefined;
  return ({ entities }) => {
    const texts: string[] = [];
    const index = new EntityIndex(entities);
    for (const entity of entities) {
      if (fold(entity.type) === type) collect(entity.properties, path, 0, { index, fold, texts });
    }
    return texts;
  };
}

interface Collecting {
  readonly index: EntityIndex;
  readonly fold: Fold;
  readonly texts: string[];
}

function collect(value: Json | undefined, path: readonly string[], at: number, collecting: Collecting): void {
  if (Array.isArray(value)) {
    for (const each of value as readonly Json[]) collect(each, path, at, collecting);
    return;
  }
  if (at === path.length) {
    if (typeof value === 'string') collecting.texts.push(value);
    if (typeof value === 'number' || typeof value === 'boolean') collecting.texts.push(String(value));
    return;
  }
  if (!isJsonObject(value)) return;
  const object = collecting.index.follow(value)?.properties ?? {};
  for (const name of Object.keys(object)) {
    if (collecting.fold(name) === path[at]) collect(ownValue(object, name), path, at + 1, collecting);
  }
}

/** Folding each name of each entity anew would take most of the time of a rehearsal. */
function rememberingFold(): Fold {
  const known = new Map<string, string>();
  return (name) => {
    const folded = known.get(name);
    if (folded !== undefined) return folded;
    if (known.size === mostNames) known.clear();
    const made = name.toLowerCase().replaceAll(/[-_]/g, '');
    known.set(name, made);
    return made;
  };
}

import type { Json } from '../../domain/json.ts';
import type { WordPool } from './wordPool.ts';

/** Real alerts nest five levels deep; the stack must not depend on what a row holds. */
const deepest = 20;

/** JSON.parse keeps one copy of shorter texts itself. */
const shortest = 11;

/**
 * Puts one copy of equal texts in the place of all within a value that was just parsed: the ids of resources, hosts and
 * accounts stand in thousands of entities. What the value says stays as it is.
 */
export function shareTexts(value: Json, words: WordPool, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth === deepest || Object.isFrozen(value)) return;
  const parts = value as Record<string, Json | undefined>;
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    if (typeof part === 'string') {
      if (part.length >= shortest) parts[key] = words.share(part);
    } else if (part !== undefined) shareTexts(part, words, depth + 1);
  }
}

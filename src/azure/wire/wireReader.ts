import type { Json, JsonObject } from '../../domain/json.ts';
import { isJsonObject, ownValue } from '../../domain/json.ts';
import { parseWireTime } from './wireTime.ts';
import type { WordPool } from './wordPool.ts';

/**
 * Reads properties of one wire object by name. Missing and null both mean "not sent". A value of another type gives
 * undefined too, and its name is remembered as unreadable.
 */
export class WireReader {
  readonly #source: JsonObject;
  readonly #words: WordPool;
  readonly #unreadable = new Set<string>();

  constructor(source: JsonObject, words: WordPool) {
    this.#source = source;
    this.#words = words;
  }

  /** Names of the values that had a type or a form that cannot be used. */
  get unreadable(): readonly string[] {
    return [...this.#unreadable];
  }

  /** For a value that the caller found unusable, or usable in part. */
  markUnreadable(name: string): void {
    this.#unreadable.add(name);
  }

  value(name: string): Json | undefined {
    return ownValue(this.#source, name) ?? undefined;
  }

  /** An empty text counts as not sent: it says nothing that could be shown. */
  text(name: string): string | undefined {
    const value = this.value(name);
    if (typeof value === 'string') return value === '' ? undefined : value;
    if (value !== undefined) this.markUnreadable(name);
    return undefined;
  }

  /** A text that many alerts of a listing have in common. */
  sharedText(name: string): string | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : this.#words.share(text);
  }

  /** Epoch milliseconds. */
  time(name: string): number | undefined {
    const text = this.text(name);
    const time = text === undefined ? undefined : parseWireTime(text);
    if (text !== undefined && time === undefined) this.markUnreadable(name);
    return time;
  }

  object(name: string): JsonObject | undefined {
    const value = this.value(name);
    if (isJsonObject(value)) return value;
    if (value !== undefined) this.markUnreadable(name);
    return undefined;
  }

  list(name: string): readonly Json[] {
    const value = this.value(name);
    if (Array.isArray(value)) return value as readonly Json[];
    if (value !== undefined) this.markUnreadable(name);
    return [];
  }

  /**
   * A list of texts. One bare text is a list of one; a structured element becomes its JSON, which is how the service
   * itself puts structure into such lists.
   */
  texts(name: string): readonly string[] {
    const value = this.value(name);
    const elements = typeof value === 'string' ? [value] : this.list(name);
    return elements.flatMap((element) => {
      const text = typeof element === 'string' ? element : toJsonText(element);
      if (text === undefined) this.markUnreadable(name);
      return text === undefined || text === '' ? [] : [this.#words.share(text)];
    });
  }

  /** What is neither known nor usable, by reference, so that nothing the service said is lost. */
  rest(known: ReadonlySet<string>): [string, Json | undefined][] {
    const names = Object.keys(this.#source).filter((name) => !known.has(name) || this.#unreadable.has(name));
    return names.map((name) => [name, this.#source[name]]);
  }
}

function toJsonText(value: Json): string | undefined {
  if (value === null) return undefined;
  try {
    return JSON.stringify(value);
  } catch {
    // Nesting too deep for the stack.
    return undefined;
  }
}

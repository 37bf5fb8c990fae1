import { createHash } from 'node:crypto';
import { isJsonObject, ownValue, type JsonObject } from '../../domain/json.ts';

/** How values of one kind stand in the lines of a journal. */
export interface LineFormat<T> {
  /** Of a line's fields. A reader that meets a greater one knows that it does not understand. */
  readonly version: number;
  /** Longest line read, in UTF-16 units: above the longest that is written, so that no damaged file costs much work. */
  readonly limit: number;
  /** The value as JSON, without a version. */
  write(value: T): object;
  /** The value, or undefined when this is none. Never throws. */
  read(fields: JsonObject): T | undefined;
}

export type LineReading<T> =
  | { readonly kind: 'read'; readonly value: T }
  /** Whole, but written by a newer version of the product. */
  | { readonly kind: 'newer' }
  /** The beginning of a line whose end was never written. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'unreadable' };

const unreadable = { kind: 'unreadable' } as const;

/**
 * A value as one line, framed by line breaks on both sides: the leading one parts it from a line that a crash or a
 * full disk left unfinished. The checksum in front tells a whole line from a damaged one.
 */
export function encodeLine<T>(format: LineFormat<T>, value: T): string {
  const json = JSON.stringify({ v: format.version, ...format.write(value) });
  return `\n${checksum(json)} ${json}\n`;
}

/** Reads one line, without its line break. Never throws. */
export function readLine<T>(format: LineFormat<T>, line: string): LineReading<T> {
  const json = line.slice(17);
  if (line.length > format.limit || line.charAt(16) !== ' ' || checksum(json) !== line.slice(0, 16))
    return isLineStart(line, format.limit) && !line.endsWith('}') ? { kind: 'cut' } : unreadable;
  const fields = parse(json);
  if (!isJsonObject(fields)) return unreadable;
  const written = ownValue(fields, 'v');
  if (typeof written === 'number' && written > format.version) return { kind: 'newer' };
  const value = written === format.version ? format.read(fields) : undefined;
  return value === undefined ? unreadable : { kind: 'read', value };
}

/** True for text that may be the beginning of a line, as a crash or a reader that came too early leaves it. */
export function isLineStart(text: string, limit: number): boolean {
  return text.length <= limit && /^(?:[0-9a-f]{0,16}$|[0-9a-f]{16} (?:$|\{))/.test(text);
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

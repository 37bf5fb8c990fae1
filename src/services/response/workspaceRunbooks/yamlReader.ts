import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Json } from '../../../domain/json.ts';
import { displayLabel } from '../../../domain/displayText.ts';
import type { RunbookProblem, TextRange } from './runbookProblem.ts';

type AnyNode = Node | null | undefined;

/** Reads typed values out of a YAML tree, and notes with its place whatever is not as it should be. */
export class YamlReader {
  readonly problems: RunbookProblem[] = [];
  /** Where the YAML begins in its file. */
  readonly #offset: number;

  constructor(offset: number) {
    this.#offset = offset;
  }

  note(node: AnyNode, message: string): void {
    this.problems.push({ message: displayLabel(message), range: this.rangeOf(node) });
  }

  rangeOf(node: AnyNode): TextRange {
    const [start = 0, end = start] = node?.range ?? [];
    return { start: this.#offset + start, end: this.#offset + Math.max(end, start + 1) };
  }

  /** The map itself, with keys that nobody knows noted; undefined where the node is no map. */
  map(node: AnyNode, known: readonly string[], what: string): YAMLMap | undefined {
    if (!isMap(node)) {
      this.note(node, `${what} is not a list of "name: value"`);
      return undefined;
    }
    for (const { key } of node.items as readonly Pair<Node, Node>[]) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!known.includes(name)) this.note(key, `Unknown name "${name}": choose ${known.join(', ')}`);
    }
    return node;
  }

  child(map: YAMLMap, key: string): AnyNode {
    return map.get(key, true);
  }

  /** A text; undefined where there is none or it is no text of that length. */
  text(map: YAMLMap, key: string, longest: number, required = false): string | undefined {
    const node = this.child(map, key);
    if (node === undefined) {
      if (required) this.note(map, `"${key}" is missing`);
      return undefined;
    }
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return value.trim();
    const isLong = typeof value === 'string' && value.length > longest;
    this.note(node, isLong ? `"${key}" is longer than ${longest} characters` : `"${key}" is not a text`);
    return undefined;
  }

  flag(map: YAMLMap, key: string): boolean {
    const node = this.child(map, key);
    if (node === undefined) return false;
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'boolean') return value;
    this.note(node, `"${key}" is neither true nor false`);
    return false;
  }

  word<Word extends string>(map: YAMLMap, key: string, words: readonly Word[]): Word | undefined {
    const text = this.text(map, key, 100, true);
    if (text === undefined) return undefined;
    const found = words.find((word) => word === text);
    if (found === undefined) this.note(this.child(map, key), `"${key}" is one of ${words.join(', ')}`);
    return found;
  }

  texts(map: YAMLMap, key: string, most: number, longest: number): readonly string[] {
    const node = this.child(map, key);
    if (node === undefined) return [];
    const items = this.items(node, key, most);
    return items.flatMap((item) => {
      const value = isScalar(item) ? item.value : undefined;
      if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return [value.trim()];
      this.note(item, `"${key}" holds something that is not a text of up to ${longest} characters`);
      return [];
    });
  }

  items(node: AnyNode, key: string, most: number): readonly Node[] {
    if (!isSeq(node)) {
      this.note(node, `"${key}" is not a list`);
      return [];
    }
    if (node.items.length > most) {
      this.note(node, `"${key}" has ${node.items.length} entries; ${most} are the most`);
      return [];
    }
    return node.items as readonly Node[];
  }

  /** The plain value of a small node. */
  json(node: AnyNode): Json | undefined {
    if (isScalar(node)) {
      const { value } = node;
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
        ? value
        : undefined;
    }
    if (!isSeq(node)) return undefined;
    const items = (node.items as readonly Node[]).map((item) => this.json(item));
    return items.some((item) => item === undefined) ? undefined : (items as readonly Json[]);
  }
}

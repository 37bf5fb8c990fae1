import { parameters } from '../../../domain/remediation/commands/parameters.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { runbookSchema } from './runbookSchema.ts';

/** Something that can stand at a place of a runbook's front matter. */
export interface RunbookSuggestion {
  /** What is written, and shown. */
  readonly text: string;
  readonly detail: string;
}

interface SchemaNode {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

const root = runbookSchema as SchemaNode;
const stepSchema: SchemaNode = runbookSchema.properties.steps.items;
const verifySchema: SchemaNode = runbookSchema.properties.steps.items.properties.verify;

/** What may be written at an offset of a file's text: names, their values, and parameters between braces. */
export function completeRunbook(text: string, offset: number): readonly RunbookSuggestion[] {
  const parts = splitFrontMatter(text);
  if (!('yaml' in parts) || offset < parts.yamlStart || offset > parts.yamlStart + parts.yaml.length) return [];
  const before = text.slice(parts.yamlStart, offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/\{[A-Za-z]*$/.test(line)) return parameterSuggestions();
  const schema = schemaAt(before);
  const value = /^[\s-]*([A-Za-z]+):\s*\S*$/.exec(line);
  if (value !== null) return valuesOf(schema.properties?.[value[1] ?? '']);
  if (!/^[\s-]*[A-Za-z]*$/.test(line)) return [];
  return Object.entries(schema.properties ?? {}).map(([name, { description = '' }]) => ({
    text: `${name}: `,
    detail: description,
  }));
}

function parameterSuggestions(): readonly RunbookSuggestion[] {
  return [...parameters.values()].map(({ name, label }) => ({ text: `{${name}}`, detail: label }));
}

function valuesOf(schema: SchemaNode | undefined): readonly RunbookSuggestion[] {
  const words = schema?.type === 'boolean' ? ['true', 'false'] : (schema?.enum ?? []);
  return words.map((text) => ({ text, detail: schema?.description ?? '' }));
}

/** By indentation, as the YAML may be unfinished: the top, a step below "steps:", or "verify:" within one. */
function schemaAt(before: string): SchemaNode {
  const lines = before.split('\n');
  let indent = indentOf(lines.at(-1) ?? '');
  for (const line of lines.slice(0, -1).reverse()) {
    if (line.trim() === '') continue;
    const own = indentOf(line);
    if (own >= indent) continue;
    indent = own;
    if (/^\s*-?\s*verify:\s*$/.test(line)) return verifySchema;
    if (/^steps:\s*$/.test(line)) return stepSchema;
  }
  return root;
}

/** Columns before the name: the dash of a list counts like blanks. */
function indentOf(line: string): number {
  return /^[\s-]*/.exec(line)?.[0].length ?? 0;
}

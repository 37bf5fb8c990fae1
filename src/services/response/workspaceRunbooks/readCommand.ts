import { isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { objectionToCommand, readsOnly } from '../../../domain/remediation/commands/allowedCommands.ts';
import { checkTemplate } from '../../../domain/remediation/commands/checkTemplate.ts';
import { commandTools, type CommandTemplate } from '../../../domain/remediation/commands/commandTemplate.ts';
import type { YamlReader } from './yamlReader.ts';

const longest = 2000;

/** The command at a key, checked; undefined where there is none, or one that the workspace may not bring. */
export function readCommand(
  reader: YamlReader,
  step: YAMLMap,
  key: string,
  changes: string | undefined,
): CommandTemplate | undefined {
  const node = reader.child(step, key);
  if (node === undefined || node === null) return undefined;
  const words = wordsOf(reader, node, key);
  const [tool, ...args] = words ?? [];
  if (tool === undefined) return undefined;
  const known = commandTools.find((each) => each === tool);
  if (known === undefined) {
    reader.note(node, `"${tool}" is not a tool that a step may run: az or kubectl`);
    return undefined;
  }
  const bare: CommandTemplate = { tool: known, args };
  const template = readsOnly(bare) ? bare : { ...bare, changes: changes ?? 'Changes what the command names.' };
  const [problem] = checkTemplate(template);
  const against = problem ?? objectionToCommand(template);
  if (against === undefined) return template;
  reader.note(node, against);
  return undefined;
}

function wordsOf(reader: YamlReader, node: Node, key: string): readonly string[] | undefined {
  if (isSeq(node)) {
    const words = reader.items(node, key, 60).map((item) => (isScalar(item) ? item.value : undefined));
    if (words.every((word) => typeof word === 'string')) return words;
  } else if (isScalar(node) && typeof node.value === 'string' && node.value.length <= longest) {
    // Quotes would ask for a shell; whoever needs a blank inside of a value writes a list.
    if (!/["'`\\]/.test(node.value)) return node.value.trim().split(/\s+/);
    reader.note(node, `"${key}" holds a quote: write it as a list`);
    return undefined;
  }
  reader.note(node, `"${key}" is neither a text nor a list of texts`);
  return undefined;
}

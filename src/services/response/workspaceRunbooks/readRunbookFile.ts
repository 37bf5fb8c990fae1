import { isAlias, parseDocument, visit, type Node, type YAMLMap } from 'yaml';
import { readsOnly } from '../../../domain/remediation/commands/allowedCommands.ts';
import type { CommandTemplate } from '../../../domain/remediation/commands/commandTemplate.ts';
import { displayLabel } from '../../../domain/displayText.ts';
import {
  runbookPhases,
  stepRisks,
  type Runbook,
  type RunbookStep,
  type StepRisk,
} from '../../../domain/remediation/runbooks/runbook.ts';
import { foldHeading, sectionsOf, splitFrontMatter } from './frontMatter.ts';
import { readCommand } from './readCommand.ts';
import { readVerification } from './readVerification.ts';
import type { RunbookProblem, TextRange } from './runbookProblem.ts';
import { idPattern, mostSteps, runbookKeys, stepKeys } from './runbookSchema.ts';
import { YamlReader } from './yamlReader.ts';

/** A runbook as its file says it; what it includes is not put in yet. */
export interface RunbookDraft {
  readonly runbook: Runbook;
  readonly include: readonly string[];
  /** Where the file says what it includes, or its title where it does not. */
  readonly includeRange: TextRange;
}

/** A file that has problems gives no runbook: with a step left out it could say that all is done when it is not. */
export type RunbookFileReading =
  | { readonly kind: 'read'; readonly draft: RunbookDraft }
  | { readonly kind: 'bad'; readonly problems: readonly RunbookProblem[] };

/** Most UTF-16 units of a file. */
const largest = 256 * 1024;

/** Most lists, maps and parameters of a file: the parser takes seconds over a hundred thousand that are nested. */
const mostBrackets = 5000;

/** Reads one file of `.security/runbooks`. Total: whatever the text is, it ends soon and in a runbook or in problems. */
export function readRunbookFile(text: string): RunbookFileReading {
  if (text.length > largest) return bad('The file is larger than 256 KB', { start: 0, end: 1 });
  const parts = splitFrontMatter(text);
  if (!('yaml' in parts)) return bad('The file does not begin with front matter between two lines of "---"', parts);
  if ((parts.yaml.match(/[[{]/g)?.length ?? 0) > mostBrackets) {
    return bad('The front matter has too many brackets', { start: parts.yamlStart, end: parts.bodyStart });
  }
  const reader = new YamlReader(parts.yamlStart);
  const document = parseDocument(parts.yaml, { prettyErrors: false, uniqueKeys: true, version: '1.2' });
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    const range = { start: parts.yamlStart + pos[0], end: parts.yamlStart + Math.max(pos[1], pos[0] + 1) };
    reader.problems.push({ message: displayLabel(message), range });
  }
  visit(document, (_, node) => {
    // Aliases can refer to what they stand in, and nine lines of them can stand for millions.
    if (isAlias(node)) reader.note(node, 'Aliases are not read: write it out');
  });
  if (reader.problems.length > 0) return { kind: 'bad', problems: reader.problems };
  const draft = readDraft(reader, document.contents, sectionsOf(parts.body));
  return draft === undefined || reader.problems.length > 0
    ? { kind: 'bad', problems: reader.problems }
    : { kind: 'read', draft };
}

function bad(message: string, range: TextRange): RunbookFileReading {
  return { kind: 'bad', problems: [{ message, range }] };
}

type Sections = ReadonlyMap<string, string>;

function readDraft(reader: YamlReader, root: Node | null, sections: Sections): RunbookDraft | undefined {
  const map = reader.map(root, runbookKeys, 'The front matter');
  if (map === undefined) return undefined;
  const id = readId(reader, map);
  const title = reader.text(map, 'title', 120, true);
  const alertTypes = reader.texts(map, 'alertTypes', 200, 300);
  const alertNames = reader.texts(map, 'alertNames', 200, 300);
  const include = reader.texts(map, 'include', 20, 60);
  const stepsNode = reader.child(map, 'steps');
  const steps = stepsNode === undefined || stepsNode === null ? [] : readSteps(reader, stepsNode, sections);
  if (stepsNode === undefined && include.length === 0) reader.note(map, '"steps" is missing');
  if (id === undefined || title === undefined) return undefined;
  const includeRange = reader.rangeOf(reader.child(map, 'include') ?? reader.child(map, 'title'));
  return { runbook: { id, title, alertTypes, alertNames, steps }, include, includeRange };
}

function readId(reader: YamlReader, map: YAMLMap): string | undefined {
  const id = reader.text(map, 'id', 60, true);
  if (id === undefined || idPattern.test(id)) return id;
  reader.note(reader.child(map, 'id'), '"id" is not in kebab-case, such as "block-address"');
  return undefined;
}

function readSteps(reader: YamlReader, node: Node, sections: Sections): readonly RunbookStep[] {
  const steps: RunbookStep[] = [];
  const ids = new Set<string>();
  for (const item of reader.items(node, 'steps', mostSteps)) {
    const step = readStep(reader, item, sections);
    if (step === undefined) continue;
    if (ids.has(step.id)) reader.note(item, `Two steps are called "${step.id}"`);
    ids.add(step.id);
    steps.push(step);
  }
  return steps;
}

function readStep(reader: YamlReader, node: Node, sections: Sections): RunbookStep | undefined {
  const map = reader.map(node, stepKeys, 'A step');
  if (map === undefined) return undefined;
  const id = readId(reader, map);
  const phase = reader.word(map, 'phase', runbookPhases);
  const title = reader.text(map, 'title', 120, true);
  const written = reader.text(map, 'instruction', 4000);
  const changes = reader.text(map, 'changes', 500);
  const command = readCommand(reader, map, 'command', changes);
  const risk = readRisk(reader, map, command);
  const undo = readCommand(reader, map, 'undo', 'Takes back what the step did.');
  const whatIf = readCommand(reader, map, 'whatIf', undefined);
  if (whatIf !== undefined && !readsOnly(whatIf))
    reader.note(reader.child(map, 'whatIf'), '"whatIf" changes something');
  const verify = readVerification(reader, map);
  if (id === undefined || phase === undefined || title === undefined) return undefined;
  const instruction = written ?? sections.get(foldHeading(id)) ?? sections.get(foldHeading(title)) ?? '';
  return {
    id,
    phase,
    title,
    instruction: instruction.slice(0, 4000),
    mandatory: reader.flag(map, 'mandatory'),
    risk,
    ...(command === undefined ? {} : { command }),
    ...(undo === undefined ? {} : { undo }),
    ...(whatIf === undefined ? {} : { whatIf }),
    ...(verify === undefined ? {} : { verify }),
  };
}

/** Nobody has to say a risk, and nobody can say that a command reads only which does not: it would run unconfirmed. */
function readRisk(reader: YamlReader, map: YAMLMap, command: CommandTemplate | undefined): StepRisk {
  const reads = command === undefined || readsOnly(command);
  const node = reader.child(map, 'risk');
  if (node === undefined) return reads ? 'none' : 'medium';
  const risk = reader.word(map, 'risk', stepRisks) ?? 'medium';
  if (risk === 'none' && !reads) reader.note(node, 'The command changes something: its risk is low, medium or high');
  return risk;
}

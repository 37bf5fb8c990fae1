import { displayLabel } from '../domain/displayText.ts';
import { isJsonObject } from '../domain/json.ts';
import { defaultOptions, type CorrelationOptions } from '../domain/correlation/correlationOptions.ts';
import {
  optionsOf,
  readCorrelationSettings,
  type SettingsProblem,
} from '../domain/correlation/tuning/correlationSettings.ts';
import type { CorrelateOptions } from './correlateOptions.ts';
import { inputBytes, UnreadableInput } from './inputBytes.ts';

/** Of a settings file, the part before the names that are documented. */
const prefix = 'securityIncidents.correlation.';

/**
 * How to correlate: by a file with the settings of the extension, and by `--precision`, which has the last word. What in
 * the file cannot be used is named in a line each, and ignored.
 *
 * @throws UnreadableInput
 */
export async function readTuning(
  { settings, precision }: Pick<CorrelateOptions, 'settings' | 'precision'>,
  complain: (line: string) => void,
): Promise<CorrelationOptions> {
  const values = settings === undefined ? {} : await readSettingsFile(settings);
  const read = readCorrelationSettings({ ...values, ...(precision === undefined ? {} : { precision }) });
  for (const problem of read.problems) complain(problemText(problem));
  return { ...defaultOptions, ...optionsOf(read.settings) };
}

/** Names as in settings.json of VS Code, or without the part that all of them have in common. */
async function readSettingsFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  // Copied: a chunk is valid until the next one only.
  const chunks: Buffer[] = [];
  for await (const chunk of inputBytes(file)) chunks.push(Buffer.from(chunk));
  const values = parseJson(Buffer.concat(chunks).toString('utf8'));
  if (!isJsonObject(values)) throw new UnreadableInput(`Cannot read ${displayLabel(file)}: it is not a JSON object`);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.startsWith(prefix) ? name.slice(prefix.length) : name, value]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemText(problem: SettingsProblem): string {
  if (problem.kind === 'badValue') return `setting ${problem.name} cannot be used and is ignored`;
  const { part, index, entry } = problem;
  return `setting stop ${part}, entry ${String(index + 1)}: "${displayLabel(entry, 80)}" cannot be used and is ignored`;
}

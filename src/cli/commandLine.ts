import { parseArgs } from 'node:util';
import { displayLabel } from '../domain/displayText.ts';

const outputFormats = ['json', 'ndjson', 'table'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface CorrelateOptions {
  /** A file, or "-" for standard input. */
  readonly input: string;
  readonly format: OutputFormat;
  readonly explain: boolean;
}

/** What a person asked for; `misuse` says in one line what cannot be understood. */
export type CommandLine =
  | { readonly kind: 'correlate'; readonly options: CorrelateOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse'; readonly reason: string };

export const usage = `Groups alerts of Microsoft Defender for Cloud into incidents.

Usage: node dist/cli.js correlate --input FILE|- [--format json|ndjson|table] [--explain]

  --input FILE|-   alerts as the alerts API sends them: one alert or one page a line, a page, or an array of
                   either; "-" reads standard input
  --format FORMAT  json (default), ndjson (one incident a line), or table
  --explain        adds why the alerts of an incident belong together
  --help           prints this

A line that cannot be read is named on standard error and left out. Exit codes: 0 done, 2 wrong use or unreadable input.
`;

/** Reads the words after the program's name. Total. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        input: { type: 'string' },
        format: { type: 'string', default: 'json' },
        explain: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    return readCorrelate(positionals, values);
  } catch (error) {
    // parseArgs says which option it does not know, and then how to pass a word that looks like one.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    return misuse(sentence ?? '');
  }
}

function readCorrelate(
  [command, surplus]: readonly string[],
  { input, format, explain }: { input?: string | undefined; format: string; explain: boolean },
): CommandLine {
  if (command === undefined) return misuse('A command is missing');
  if (command !== 'correlate') return misuse(`Unknown command "${command}"`);
  if (surplus !== undefined) return misuse(`Unexpected word "${surplus}"`);
  if (input === undefined || input === '') return misuse('--input is missing');
  const known = outputFormats.find((each) => each === format);
  if (known === undefined) return misuse(`Unknown format "${format}": choose ${outputFormats.join(', ')}`);
  return { kind: 'correlate', options: { input, format: known, explain } };
}

function misuse(reason: string): CommandLine {
  return { kind: 'misuse', reason: displayLabel(reason) };
}

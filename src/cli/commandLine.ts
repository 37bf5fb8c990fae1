import { parseArgs } from 'node:util';
import { precisionRange } from '../domain/correlation/tuning/precision.ts';
import { displayLabel } from '../domain/displayText.ts';

const outputFormats = ['json', 'ndjson', 'table'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface CorrelateOptions {
  /** A file, or "-" for standard input. */
  readonly input: string;
  readonly format: OutputFormat;
  readonly explain: boolean;
  /** 0 (complete) to 100 (precise). */
  readonly precision?: number;
  /** A JSON file with the extension's settings of correlation. */
  readonly settings?: string;
}

/** What a person asked for; `misuse` says in one line what cannot be understood. */
export type CommandLine =
  | { readonly kind: 'correlate'; readonly options: CorrelateOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse'; readonly reason: string };

export const usage = `Groups alerts of Microsoft Defender for Cloud into incidents.

Usage: node dist/cli.js correlate --input FILE|- [--format json|ndjson|table] [--explain]
                                  [--precision 0-100] [--settings FILE]

  --input FILE|-   alerts as the alerts API sends them: one alert or one page a line, a page, or an array of
                   either; "-" reads standard input
  --format FORMAT  json (default), ndjson (one incident a line), or table
  --explain        adds why the alerts of an incident belong together
  --precision N    from 0 (complete: few attacks are split) over 50 (balanced) to 100 (precise: few strangers are joined)
  --settings FILE  a JSON object with the settings securityIncidents.correlation.* of the extension: precision, timeSpan,
                   stopAddresses, stopAccounts, stopResources, excludedAlertTypes, serviceIncidents
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
        precision: { type: 'string' },
        settings: { type: 'string' },
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

/** The options as they were written. */
interface Values {
  readonly input?: string | undefined;
  readonly format: string;
  readonly explain: boolean;
  readonly precision?: string | undefined;
  readonly settings?: string | undefined;
}

function readCorrelate(
  [command, surplus]: readonly string[],
  { input, format, explain, precision, settings }: Values,
): CommandLine {
  if (command === undefined) return misuse('A command is missing');
  if (command !== 'correlate') return misuse(`Unknown command "${command}"`);
  if (surplus !== undefined) return misuse(`Unexpected word "${surplus}"`);
  if (input === undefined || input === '') return misuse('--input is missing');
  const known = outputFormats.find((each) => each === format);
  if (known === undefined) return misuse(`Unknown format "${format}": choose ${outputFormats.join(', ')}`);
  const place = precision === undefined ? undefined : placeOf(precision);
  if (Number.isNaN(place)) return misuse('--precision takes a number from 0 to 100');
  const tuning = {
    ...(place === undefined ? {} : { precision: place }),
    ...(settings === undefined ? {} : { settings }),
  };
  return { kind: 'correlate', options: { input, format: known, explain, ...tuning } };
}

/** NaN for what is no place on the slider. */
function placeOf(text: string): number {
  const place = text.trim() === '' ? NaN : Number(text);
  return place >= precisionRange.complete && place <= precisionRange.precise ? place : NaN;
}

function misuse(reason: string): CommandLine {
  return { kind: 'misuse', reason: displayLabel(reason) };
}

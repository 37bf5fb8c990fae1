import { precisionRange } from '../domain/correlation/tuning/precision.ts';
import type { ParseArgsConfig } from 'node:util';
import { Misuse } from './misuse.ts';
import { oneOf, parseWords } from './words.ts';

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

export const correlateUsage = `Groups alerts of Microsoft Defender for Cloud into incidents.

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

const options = {
  input: { type: 'string' },
  format: { type: 'string', default: 'json' },
  explain: { type: 'boolean', default: false },
  precision: { type: 'string' },
  settings: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** @throws Misuse */
export function readCorrelateOptions(words: readonly string[]): CorrelateOptions | 'help' {
  const values = parseWords(words, options);
  if (values === 'help') return 'help';
  const { input, format, explain, precision, settings } = values;
  if (input === undefined || input === '') throw new Misuse('--input is missing');
  return {
    input,
    format: oneOf('format', format, outputFormats),
    explain,
    ...(precision === undefined ? {} : { precision: placeOf(precision) }),
    ...(settings === undefined ? {} : { settings }),
  };
}

function placeOf(text: string): number {
  const place = text.trim() === '' ? NaN : Number(text);
  if (place >= precisionRange.complete && place <= precisionRange.precise) return place;
  throw new Misuse('--precision takes a number from 0 to 100');
}

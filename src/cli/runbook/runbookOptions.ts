import type { ParseArgsConfig } from 'node:util';
import { Misuse } from '../misuse.ts';
import { oneOf, parseWords } from '../words.ts';

const runbookFormats = ['json', 'markdown'] as const;
type RunbookFormat = (typeof runbookFormats)[number];

export interface RunbookOptions {
  /** Undefined: the type of the alert that is given. */
  readonly alertType?: string;
  /** A file with one alert, or "-" for standard input. */
  readonly input?: string;
  readonly format: RunbookFormat;
}

export const runbookUsage = `Prints the runbook for a type of alert: what to do, phase by phase, and the commands for it.

Usage: node dist/cli.js runbook --alert-type TYPE [--input FILE|-] [--format json|markdown]

  --alert-type TYPE  as Azure sends it, such as RDP_Incoming_BF_OneToOne; with or without SIMULATED_ before it
  --input FILE|-     one alert as the alerts API sends it; commands are filled in from it, and without --alert-type the
                     runbook is the one for its type. "-" reads standard input
  --format FORMAT    json (default) or markdown
  --help             prints this

A type that no runbook names gets the general one of its plan, and "specific" is false. A value that the alert does not
hold, that it holds several of, or that is not safe in a command stays as {parameter}, and "unfilled" says why. Nothing
runs, and nothing is asked of Azure.

Exit codes: 0 done, 2 wrong use or unreadable input.
`;

const options = {
  'alert-type': { type: 'string' },
  input: { type: 'string' },
  format: { type: 'string', default: 'json' },
} as const satisfies ParseArgsConfig['options'];

/** Longer ones are no types. */
const longestType = 300;

/** @throws Misuse */
export function readRunbookOptions(words: readonly string[]): RunbookOptions | 'help' {
  const values = parseWords(words, options);
  if (values === 'help') return 'help';
  const { input, format, 'alert-type': alertType } = values;
  if (alertType === undefined && input === undefined) throw new Misuse('--alert-type is missing');
  if (alertType?.trim() === '' || input === '') throw new Misuse(`--${input === '' ? 'input' : 'alert-type'} is empty`);
  if (alertType !== undefined && alertType.length > longestType) throw new Misuse('--alert-type is too long');
  return {
    format: oneOf('format', format, runbookFormats),
    ...(alertType === undefined ? {} : { alertType: alertType.trim() }),
    ...(input === undefined ? {} : { input }),
  };
}

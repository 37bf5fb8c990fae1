import { alertsListUsage, readAlertsListOptions, type AlertsListOptions } from './alerts/alertsListOptions.ts';
import { correlateUsage, readCorrelateOptions, type CorrelateOptions } from './correlateOptions.ts';
import { Misuse } from './misuse.ts';
import { readRunbookOptions, runbookUsage, type RunbookOptions } from './runbook/runbookOptions.ts';

/** What a person asked for; `misuse` says in one line what cannot be understood. */
export type CommandLine =
  | { readonly kind: 'alerts list'; readonly options: AlertsListOptions }
  | { readonly kind: 'correlate'; readonly options: CorrelateOptions }
  | { readonly kind: 'runbook'; readonly options: RunbookOptions }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'misuse'; readonly reason: string };

const usage = `Alerts and incidents of Microsoft Defender for Cloud, without VS Code.

Usage: node dist/cli.js COMMAND [OPTION]...

  alerts list   reads the alerts of your subscriptions from Azure
  correlate     groups alerts into incidents
  runbook       prints what to do about a type of alert

The first two fit together:
  node dist/cli.js alerts list | node dist/cli.js correlate --input - --format table

COMMAND --help prints what a command takes.
`;

/** Variables of the environment, as `process.env` gives them. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the words after the program's name. Total. */
export function parseCommandLine(words: readonly string[], environment: Environment = {}): CommandLine {
  try {
    return read(words, environment);
  } catch (error) {
    if (error instanceof Misuse) return { kind: 'misuse', reason: error.message };
    throw error;
  }
}

function read([command, ...rest]: readonly string[], environment: Environment): CommandLine {
  switch (command) {
    case undefined:
      throw new Misuse('A command is missing');
    case '--help':
    case '-h':
      return { kind: 'help', text: usage };
    case 'correlate': {
      const options = readCorrelateOptions(rest);
      return options === 'help' ? { kind: 'help', text: correlateUsage } : { kind: 'correlate', options };
    }
    case 'runbook': {
      const options = readRunbookOptions(rest);
      return options === 'help' ? { kind: 'help', text: runbookUsage } : { kind: 'runbook', options };
    }
    case 'alerts':
      return readAlerts(rest, environment);
    default:
      throw new Misuse(command.startsWith('-') ? 'A command is missing' : `Unknown command "${command}"`);
  }
}

function readAlerts([verb, ...rest]: readonly string[], environment: Environment): CommandLine {
  if (verb === '--help' || verb === '-h') return { kind: 'help', text: alertsListUsage };
  if (verb === undefined) throw new Misuse('"alerts" takes a verb: list');
  if (verb !== 'list') throw new Misuse(`Unknown verb "${verb}": choose list`);
  const options = readAlertsListOptions(rest, environment);
  return options === 'help' ? { kind: 'help', text: alertsListUsage } : { kind: 'alerts list', options };
}

import { parseArgs } from 'node:util';
import { HostError } from './hostError.ts';

export const startUsage = `Usage: npm start -- [options]

Shows Azure Security Incidents in a real VS Code, on the sample environment: no account, nothing leaves this machine.

  --port NUMBER  serve the workbench on this port of 127.0.0.1
  --no-open      do not open the system's browser
  --desktop      use the "code" command on the PATH instead, with a profile of its own
  --vsix FILE    use this packaged extension instead of building one
  --help         show this text`;

export interface StartFlags {
  readonly port: number | undefined;
  readonly open: boolean;
  readonly desktop: boolean;
  readonly vsix: string | undefined;
  readonly help: boolean;
}

/**
 * Reads the options of `npm start`.
 * @throws HostError for an option that is unknown or a port that is none.
 */
export function parseStartFlags(args: readonly string[]): StartFlags {
  const values = readOptions(args);
  return {
    port: values.port === undefined ? undefined : parsePort(values.port),
    open: !(values['no-open'] ?? false),
    desktop: values.desktop ?? false,
    vsix: values.vsix,
    help: values.help ?? false,
  };
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        desktop: { type: 'boolean' },
        vsix: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new HostError(error instanceof Error ? error.message : String(error), startUsage);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new HostError(
    `"${text}" is not a port.`,
    'Give a number from 1 to 65535, for example: npm start -- --port 8080',
  );
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const here = import.meta.dirname;

/** What the parser of the CLI says to each argument list: undefined where it takes it. */
export type ParserVerdicts = readonly (string | undefined)[];

/** The Python that the Azure CLI of this machine runs with; undefined where there is none whose parser can be asked. */
export function azurePython(): string | undefined {
  const launcher = process.env['PATH']
    ?.split(delimiter)
    .map((folder) => readText(join(folder, 'az')))
    .find((text) => text !== undefined);
  const python = /(\/[\w./-]*python3?[\w.]*)/.exec(launcher ?? '')?.[1];
  if (python === undefined) return undefined;
  return spawnSync(python, ['-c', 'import azure.cli.core']).status === 0 ? python : undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Asks the CLI's own parser, in one process for all commands. Nothing runs and nothing is asked of Azure. */
export function askParser(
  python: string,
  commands: readonly (readonly string[])[],
  configuration: string,
): ParserVerdicts {
  const { stdout, stderr, status } = spawnSync(python, [join(here, 'parseAzCommands.py')], {
    input: JSON.stringify(commands),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      PYTHONPATH: join(here, 'debianAzureCli'),
      AZURE_CONFIG_DIR: configuration,
      AZURE_CORE_COLLECT_TELEMETRY: 'false',
    },
  });
  if (status !== 0) throw new Error(`The parser could not be asked: ${stderr.slice(-1000)}`);
  return (JSON.parse(stdout) as readonly (string | null)[]).map((verdict) => verdict ?? undefined);
}

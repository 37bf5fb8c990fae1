import { setFlagsFromString } from 'node:v8';
import { alertsListCommand } from './alerts/alertsListCommand.ts';
import { parseCommandLine } from './commandLine.ts';
import { compilerFlags } from './compilerFlags.ts';
import { correlateCommand } from './correlateCommand.ts';
import { UnreadableInput } from './inputBytes.ts';
import { interruption } from './interruption.ts';
import { UnwritableOutput } from './outlet.ts';
import { runbookCommand } from './runbook/runbookCommand.ts';
import { writeAll } from './writeAll.ts';

const wrongUse = 2;

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function main(words: readonly string[]): Promise<void> {
  const command = parseCommandLine(words, process.env);
  switch (command.kind) {
    case 'help':
      await writeAll(process.stdout, [command.text]);
      return;
    case 'misuse':
      complain(`${command.reason}. See --help.`);
      process.exitCode = wrongUse;
      return;
    case 'correlate':
      for (const flag of compilerFlags(process.versions.v8)) setFlagsFromString(flag);
      await correlateCommand(command.options, process.stdout, complain);
      return;
    case 'runbook':
      await runbookCommand(command.options, process.stdout);
      return;
    case 'alerts list': {
      const { stdout: output, env: environment } = process;
      const surroundings = { output, tell: complain, interrupt: interruption(), environment };
      await leave(await alertsListCommand(command.options, surroundings));
    }
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UnreadableInput || error instanceof UnwritableOutput)) throw error;
  complain(error.message);
  return leave(wrongUse);
});

/** Ends the process although connections are kept open, or an `az` hangs; the last lines have half a second to get out. */
async function leave(code: number): Promise<void> {
  const written = new Promise((resolve) => process.stderr.write('', resolve));
  await Promise.race([written, new Promise((resolve) => setTimeout(resolve, 500))]);
  process.exit(code);
}

import { setFlagsFromString } from 'node:v8';
import { parseCommandLine, usage } from './commandLine.ts';
import { compilerFlags } from './compilerFlags.ts';
import { correlateCommand } from './correlateCommand.ts';
import { UnreadableInput } from './inputBytes.ts';
import { writeAll } from './writeAll.ts';

const wrongUse = 2;

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function main(words: readonly string[]): Promise<void> {
  const command = parseCommandLine(words);
  switch (command.kind) {
    case 'help':
      await writeAll(process.stdout, [usage]);
      return;
    case 'misuse':
      complain(`${command.reason}. See --help.`);
      process.exitCode = wrongUse;
      return;
    case 'correlate':
      for (const flag of compilerFlags(process.versions.v8)) setFlagsFromString(flag);
      await correlateCommand(command.options, process.stdout, complain);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UnreadableInput)) throw error;
  complain(error.message);
  process.exitCode = wrongUse;
});

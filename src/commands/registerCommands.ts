import * as vscode from 'vscode';
import type { CommandName } from './commandIds.ts';
import { commandIds } from './commandIds.ts';

/** Registers every command of the product; `run` gets its name and the argument that the caller gave: unchecked. */
export function registerCommands(run: (command: CommandName, argument: unknown) => Promise<void>): vscode.Disposable {
  const names = Object.keys(commandIds) as CommandName[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(commandIds[name], (argument: unknown) => run(name, argument)),
    ),
  );
}

import * as vscode from 'vscode';
import type { CommandName } from './commandIds.ts';
import { commandIds } from './commandIds.ts';

/**
 * Registers every command of the product; `run` gets its name and what the caller gave, unchecked: an argument and, from
 * the menu of a tree, all rows that are selected.
 */
export function registerCommands(
  run: (command: CommandName, argument: unknown, selected: unknown) => Promise<void>,
): vscode.Disposable {
  const names = Object.keys(commandIds) as CommandName[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(commandIds[name], (argument: unknown, selected: unknown) =>
        run(name, argument, selected),
      ),
    ),
  );
}

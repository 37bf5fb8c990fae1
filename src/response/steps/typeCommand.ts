import * as vscode from 'vscode';
import type { FilledCommand } from '../../domain/remediation/commands/commandTemplate.ts';
import { typedCommand, typingShells, type TypingShell } from '../../domain/remediation/commands/typedCommand.ts';
import { confirm, inform } from './stepNotices.ts';

/**
 * Types a command into the person's own terminal for them to read and send, quoted for the shell that is there. It is one
 * line without control characters, so that nothing in it can send itself. For a shell whose quoting is not known, the
 * command is copied instead.
 */
export async function typeCommand(command: FilledCommand): Promise<void> {
  const terminal = vscode.window.activeTerminal;
  const shell = typingShells.find((each) => each === terminal?.state.shell);
  if (terminal === undefined || shell === undefined) {
    await copyCommand(command);
    inform('noShell');
    return;
  }
  const line = typedCommand(command, shell);
  if (line === undefined) {
    inform('notTypable');
    return;
  }
  terminal.show(false);
  terminal.sendText(line, false);
}

/** The shell that a person most likely pastes into. */
function usualShell(): TypingShell {
  return process.platform === 'win32' ? 'pwsh' : 'bash';
}

/** Puts the command on the clipboard, quoted for the active terminal's shell, or else for the usual one. */
export async function copyCommand(command: FilledCommand): Promise<void> {
  const active = vscode.window.activeTerminal?.state.shell;
  const line = typedCommand(command, typingShells.find((each) => each === active) ?? usualShell());
  if (line === undefined) {
    inform('notTypable');
    return;
  }
  await vscode.env.clipboard.writeText(line);
  confirm('copied');
}

import * as vscode from 'vscode';
import type { FilledCommand } from '../../domain/remediation/commands/commandTemplate.ts';
import { typedCommand, typingShells, type TypingShell } from '../../domain/remediation/commands/typedCommand.ts';
import { confirm, inform } from './stepNotices.ts';

/** A new terminal says within a moment which shell it runs; milliseconds. */
const patience = 5_000;

interface KnownTerminal {
  readonly terminal: vscode.Terminal;
  readonly shell: TypingShell;
}

/**
 * Types a command into the person's own terminal for them to read and send, quoted for the shell that is there. It is one
 * line without control characters, so that nothing in it can send itself. For a shell whose quoting is not known, the
 * command is copied instead.
 */
export async function typeCommand(command: FilledCommand): Promise<void> {
  const known = firstKnown() ?? (await openTerminal());
  if (known === undefined) {
    await copyCommand(command);
    inform('noShell');
    return;
  }
  const line = typedCommand(command, known.shell);
  if (line === undefined) {
    inform('notTypable');
    return;
  }
  known.terminal.show(false);
  known.terminal.sendText(line, false);
}

/** Puts the command on the clipboard, quoted for the shell that is there, or else for the usual one. */
export async function copyCommand(command: FilledCommand): Promise<void> {
  const line = typedCommand(command, firstKnown()?.shell ?? usualShell());
  if (line === undefined) {
    inform('notTypable');
    return;
  }
  await vscode.env.clipboard.writeText(line);
  confirm('copied');
}

/** The shell that a person most likely pastes into. */
function usualShell(): TypingShell {
  return process.platform === 'win32' ? 'pwsh' : 'bash';
}

/** The terminal that the person looks at, else the last one whose shell is known: ours has no shell. */
function firstKnown(): KnownTerminal | undefined {
  const { activeTerminal, terminals } = vscode.window;
  const candidates = [...(activeTerminal === undefined ? [] : [activeTerminal]), ...terminals.toReversed()];
  // A shell that is known to be another one is what the person works in: typing elsewhere would surprise.
  if (activeTerminal?.state.shell !== undefined && shellOf(activeTerminal) === undefined) return undefined;
  return candidates.flatMap((terminal) => knownAs(terminal) ?? []).at(0);
}

function knownAs(terminal: vscode.Terminal): KnownTerminal | undefined {
  const shell = shellOf(terminal);
  return shell === undefined ? undefined : { terminal, shell };
}

function shellOf({ state: { shell } }: vscode.Terminal): TypingShell | undefined {
  return typingShells.find((each) => each === shell);
}

/** A terminal with the person's own shell, where there is none; undefined when its shell is not one that we can quote for. */
async function openTerminal(): Promise<KnownTerminal | undefined> {
  if (vscode.window.activeTerminal?.state.shell !== undefined) return undefined;
  const terminal = vscode.window.createTerminal();
  terminal.show(true);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const late = setTimeout(resolve, patience, undefined);
  const listening = vscode.window.onDidChangeTerminalState((changed) => {
    if (changed === terminal && changed.state.shell !== undefined) resolve(undefined);
  });
  if (terminal.state.shell === undefined) await promise;
  clearTimeout(late);
  listening.dispose();
  return knownAs(terminal);
}

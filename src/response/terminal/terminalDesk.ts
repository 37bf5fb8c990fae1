import { CommandTerminal } from './commandTerminal.ts';

/** Terminals in which commands are shown: one, and another only while that one is busy or was closed. */
export class TerminalDesk {
  readonly #terminals: CommandTerminal[] = [];

  take(): CommandTerminal {
    const free = this.#terminals.find((terminal) => terminal.free);
    if (free !== undefined) return free;
    const made = new CommandTerminal();
    this.#terminals.push(made);
    return made;
  }

  dispose(): void {
    for (const terminal of this.#terminals.splice(0)) terminal.dispose();
  }
}

import * as vscode from 'vscode';

/** A constant: VS Code would show whatever an alert put into a name. */
const terminalName = 'Security Incidents';

const interrupt = '\u0003';

/**
 * A terminal that shows what a process of ours writes. No shell is behind it: what is typed there goes nowhere, except
 * that Ctrl+C and closing it end what runs.
 */
export class CommandTerminal {
  readonly #terminal: vscode.Terminal;
  readonly #written = new vscode.EventEmitter<string>();
  #early: string[] | undefined = [];
  #interrupted: (() => void) | undefined;
  #closed = false;

  constructor() {
    const pty: vscode.Pseudoterminal = {
      onDidWrite: this.#written.event,
      open: () => {
        const early = this.#early ?? [];
        this.#early = undefined;
        for (const text of early) this.#written.fire(text);
      },
      close: () => {
        this.#closed = true;
        this.#interrupted?.();
      },
      handleInput: (data) => {
        if (data.includes(interrupt)) this.#interrupted?.();
      },
    };
    this.#terminal = vscode.window.createTerminal({
      name: terminalName,
      pty,
      iconPath: new vscode.ThemeIcon('shield'),
      isTransient: true,
    });
  }

  /** Another command can be shown here. */
  get free(): boolean {
    return this.#interrupted === undefined && !this.#closed;
  }

  /** Shows a command that runs; `onInterrupt` hears that the person wants it to end. */
  occupy(onInterrupt: () => void): void {
    this.#interrupted = onInterrupt;
  }

  release(): void {
    this.#interrupted = undefined;
  }

  /** Text that is fit for a terminal. A terminal that is not drawn yet shows it when it is. */
  write(text: string): void {
    if (this.#early === undefined) this.#written.fire(text);
    else this.#early.push(text);
  }

  /** Brings it to the front; the focus stays where it is. */
  show(): void {
    this.#terminal.show(true);
  }

  dispose(): void {
    this.#closed = true;
    this.#terminal.dispose();
    this.#written.dispose();
  }
}

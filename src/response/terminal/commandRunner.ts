import type { FilledCommand } from '../../domain/remediation/commands/commandTemplate.ts';
import { displayCommand } from '../../domain/remediation/commands/displayCommand.ts';
import type { Clock } from '../../services/ports.ts';
import type { RunEnd, RunOutcome } from '../../services/response/steps/runOutcome.ts';
import { failureAdvice } from '../../services/response/steps/failureAdvice.ts';
import { problemText, runFooter, runHeading } from '../../services/response/steps/runText.ts';
import { OutputRecord } from './outputRecord.ts';
import type { TerminalDesk } from './terminalDesk.ts';

/** What carries out a command: a process, or the sample environment's stand-in. */
export interface CommandProcess {
  /** Never rejects. */
  readonly ended: Promise<RunEnd>;
  cancel(): void;
}

/** Begins a command at once; `onOutput` hears what it writes. */
export type StartCommand = (command: FilledCommand, onOutput: (bytes: Uint8Array) => void) => CommandProcess;

export interface RunOptions {
  readonly start: StartCommand;
  /** Of the alert, for advice where the tool is signed in to another one. */
  readonly tenantId: string | undefined;
  /** Hears that there is more output. */
  readonly onOutput: () => void;
}

export interface RunningCommand {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** The last part of its output so far. */
  output(): string;
  /** Never rejects. */
  readonly outcome: Promise<RunOutcome>;
  /** Ends it and all that it started. */
  cancel(): void;
}

/** Runs commands in terminals. */
export class CommandRunner {
  readonly #desk: TerminalDesk;
  readonly #clock: Clock;
  readonly #running = new Set<RunningCommand>();

  constructor(desk: TerminalDesk, clock: Clock) {
    this.#desk = desk;
    this.#clock = clock;
  }

  /** Starts a command that a person confirmed. */
  run(command: FilledCommand, { start, tenantId, onOutput }: RunOptions): RunningCommand {
    const terminal = this.#desk.take();
    terminal.write(runHeading(displayCommand(command)));
    const record = new OutputRecord((text) => {
      terminal.write(text);
    });
    const startedAt = this.#clock.now();
    const process = start(command, (bytes) => {
      record.take(bytes);
      onOutput();
    });
    const outcome = this.#conclude(process, record, startedAt);
    void outcome.then(({ end, durationMs, output }) => {
      terminal.write(runFooter(end, durationMs, adviceAfter(end, output, command, tenantId)));
      terminal.release();
    });
    const running: RunningCommand = {
      startedAt,
      output: () => record.kept,
      outcome,
      cancel: () => {
        process.cancel();
      },
    };
    terminal.occupy(() => {
      process.cancel();
    });
    terminal.show();
    this.#running.add(running);
    void outcome.then(() => this.#running.delete(running));
    return running;
  }

  dispose(): void {
    for (const running of this.#running) running.cancel();
  }

  async #conclude(process: CommandProcess, record: OutputRecord, startedAt: number): Promise<RunOutcome> {
    const end = await process.ended;
    const outputDigest = record.end();
    const durationMs = Math.max(0, this.#clock.now() - startedAt);
    return { end, durationMs, output: record.kept, outputDigest };
  }
}

function adviceAfter(
  end: RunEnd,
  output: string,
  { tool }: FilledCommand,
  tenantId: string | undefined,
): string | undefined {
  if (end.kind === 'notStarted') return problemText(end.problem, tool);
  return end.kind === 'exited' && end.exitCode !== 0 ? failureAdvice(output, tenantId) : undefined;
}

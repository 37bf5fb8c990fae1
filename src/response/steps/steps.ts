import { join } from 'node:path';
import * as vscode from 'vscode';
import { assertNever } from '../../domain/assertNever.ts';
import { graphEndpointOf } from '../../domain/cloudEndpoints.ts';
import type { FillingContext } from '../../domain/remediation/commands/commandTemplate.ts';
import { readSettings } from '../../platform/settings.ts';
import type { RunbookStepRef, StepAction } from '../../protocol/runbookModel.ts';
import type { ResponseDependencies } from '../responseDependencies.ts';
import { CommandRunner } from '../terminal/commandRunner.ts';
import { TerminalDesk } from '../terminal/terminalDesk.ts';
import { SimulatedCommands } from './simulatedCommands.ts';
import { StepDesk, type JournalTools, type TeamRunbooks } from './stepDesk.ts';
import { StepFiller } from './stepFiller.ts';
import { askForReason, inform } from './stepNotices.ts';
import { StepRunner } from './stepRunner.ts';
import { StepVerifier } from './stepVerifier.ts';
import { kubeconfigFolderIn } from './kubeconfigFolder.ts';
import { copyCommand, typeCommand } from './typeCommand.ts';

/** Read each time: a person can change the cloud while VS Code runs. */
function surroundings(kubeconfigFolder: string): Omit<FillingContext, 'given'> {
  const { endpoints } = readSettings();
  const graphEndpoint = endpoints === undefined ? undefined : graphEndpointOf(endpoints);
  return graphEndpoint === undefined ? { kubeconfigFolder } : { kubeconfigFolder, graphEndpoint };
}

/** Remediation steps of this window: how they stand, and all that can be done about them. */
export class Steps {
  readonly desk: StepDesk;
  readonly #filler: StepFiller;
  readonly #terminals = new TerminalDesk();
  readonly #commands: CommandRunner;
  readonly #verifier: StepVerifier;
  readonly #runner: StepRunner;

  constructor(dependencies: ResponseDependencies, journal: JournalTools, runbooks: TeamRunbooks) {
    const { clock, storageFolder } = dependencies;
    const gateway = () => dependencies.gateway();
    const kubeconfigFolder = kubeconfigFolderIn(storageFolder);
    this.#filler = new StepFiller(gateway, () => surroundings(kubeconfigFolder));
    this.desk = new StepDesk(dependencies, journal, runbooks, this.#filler);
    this.#commands = new CommandRunner(this.#terminals, clock);
    this.#verifier = new StepVerifier(dependencies, this.desk, this.#filler);
    this.#runner = new StepRunner({
      dependencies,
      desk: this.desk,
      filler: this.#filler,
      commands: this.#commands,
      verifier: this.#verifier,
      simulated: new SimulatedCommands(),
      folders: { folder: join(storageFolder, 'tools'), kubeconfigFolder },
    });
  }

  /** Does what a person asked of a step; `ref` may name one that is no longer listed. */
  async act(action: StepAction, ref: RunbookStepRef): Promise<void> {
    await this.desk.ready();
    const step = this.desk.find(ref);
    if (step === undefined) {
      inform('gone');
      return;
    }
    switch (action) {
      case 'run':
      case 'undo':
      case 'whatIf':
        await this.#runner.run(ref, action);
        return;
      case 'type':
      case 'copy': {
        if (action === 'type' && !vscode.workspace.isTrusted) {
          inform('untrusted');
          return;
        }
        const command = step.step.command && (await this.#filler.command(step.step.command, step, 'newRun'));
        if (command === undefined) return;
        this.#filler.ran(step);
        await (action === 'type' ? typeCommand(command) : copyCommand(command));
        return;
      }
      case 'verify':
        await this.#verifier.verify(step, 'asked');
        return;
      case 'cancel':
        this.desk.runningCommand(ref)?.cancel();
        return;
      case 'done':
      case 'toDo':
        await this.desk.record(step, { kind: 'stepState', state: action });
        return;
      case 'skip': {
        const reason = await askForReason();
        if (reason !== undefined) await this.desk.record(step, { kind: 'stepState', state: 'skipped', reason });
        return;
      }
      default:
        assertNever(action);
    }
  }

  dispose(): void {
    this.#commands.dispose();
    this.#terminals.dispose();
    this.#verifier.dispose();
    this.desk.dispose();
  }
}

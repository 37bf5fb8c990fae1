import * as vscode from 'vscode';
import type { CommandTemplate, FilledCommand } from '../../domain/remediation/commands/commandTemplate.ts';
import { displayCommand } from '../../domain/remediation/commands/displayCommand.ts';
import type { RunbookStepRef } from '../../protocol/runbookModel.ts';
import type { AzureGateway } from '../../services/ports.ts';
import type { AlertStep } from '../../services/response/steps/alertSteps.ts';
import { mergeAlertSteps } from '../../services/response/steps/mergeAlertSteps.ts';
import { isReading, previewText, type Preview } from '../../services/response/steps/previewText.ts';
import type { RunOutcome } from '../../services/response/steps/runOutcome.ts';
import type { ResponseDependencies } from '../responseDependencies.ts';
import type { CommandRunner, StartCommand } from '../terminal/commandRunner.ts';
import { startCommand, type ToolFolders } from './startCommand.ts';
import type { SimulatedCommands } from './simulatedCommands.ts';
import type { StepDesk } from './stepDesk.ts';
import type { Filling, StepFiller } from './stepFiller.ts';
import { askToRun, confirm, inform } from './stepNotices.ts';
import type { StepVerifier } from './stepVerifier.ts';

/** A step's command, its what-if or its undo. */
export type StepPart = Preview['part'];

interface StepRunnerDependencies {
  readonly dependencies: ResponseDependencies;
  readonly desk: StepDesk;
  readonly filler: StepFiller;
  readonly commands: CommandRunner;
  readonly verifier: StepVerifier;
  readonly simulated: SimulatedCommands;
  readonly folders: ToolFolders;
}

/** Runs steps: fills the command, shows it, asks, runs it, writes down what came of it, and looks at the resource. */
export class StepRunner {
  readonly #deps: StepRunnerDependencies;
  /** One step is asked about once at a time: two clicks are not two runs. */
  readonly #asking = new Set<string>();

  constructor(dependencies: StepRunnerDependencies) {
    this.#deps = dependencies;
  }

  async run(ref: RunbookStepRef, part: StepPart): Promise<void> {
    // Whoever knows the command's id can call it, wherever menus hide it.
    if (!vscode.workspace.isTrusted) {
      inform('untrusted');
      return;
    }
    const { desk } = this.#deps;
    const found = desk.find(ref);
    const template = found && templateOf(found, part);
    if (found === undefined || template === undefined) {
      inform('gone');
      return;
    }
    const name = JSON.stringify(ref);
    if (this.#asking.has(name) || desk.runningCommand(ref) !== undefined) return;
    this.#asking.add(name);
    try {
      await this.#askAndRun(found, part, template);
    } finally {
      this.#asking.delete(name);
    }
  }

  async #askAndRun(step: AlertStep, part: StepPart, template: CommandTemplate): Promise<void> {
    const { dependencies, desk, filler } = this.#deps;
    const command = await filler.command(template, step, fillings[part]);
    if (command === undefined) return;
    const gateway = await dependencies.gateway();
    desk.changed();
    const held = await this.#held(step, part);
    const preview: Preview = {
      step: step.step,
      resolved: step.resolved,
      part,
      template,
      command,
      ...(await this.#undoOf(step, part)),
      subscription: this.#subscriptionName(command.subscriptionId),
      tenantId: step.alert.tenantId,
      simulated: gateway.sample !== undefined,
      held,
    };
    const reading = isReading(preview);
    const whatIf = part === 'run' && step.step.whatIf !== undefined;
    const answer = await askToRun({ part, detail: previewText(preview), reading, whatIf });
    if (answer === 'copy') {
      await vscode.env.clipboard.writeText(displayCommand(command));
      confirm('copied');
    } else if (answer === 'whatIf' && step.step.whatIf !== undefined) {
      const look = await filler.command(step.step.whatIf, step, 'preview');
      if (look !== undefined) this.#start(step, 'whatIf', look, gateway);
    } else if (answer === 'run') {
      this.#start(step, part, command, gateway);
    }
  }

  /** Whether the step does, or did, nothing that its undo would take back. */
  async #held(step: AlertStep, part: StepPart): Promise<boolean> {
    const { desk, verifier } = this.#deps;
    if (part === 'run' && step.step.undo !== undefined) return await verifier.holdsBefore(step);
    const [merged] = mergeAlertSteps([step]);
    return part === 'undo' && merged !== undefined && desk.historyOf(merged).heldBefore === true;
  }

  async #undoOf(step: AlertStep, part: StepPart): Promise<Pick<Preview, 'undo'>> {
    const template = step.step.undo;
    if (part !== 'run' || template === undefined) return {};
    const undo = await this.#deps.filler.command(template, step, 'preview');
    return undo === undefined ? {} : { undo };
  }

  /** The person has confirmed: from here on everything happens at once. */
  #start(step: AlertStep, part: StepPart, command: FilledCommand, gateway: AzureGateway): void {
    const { desk, commands, filler, folders, simulated, verifier } = this.#deps;
    const { sample } = gateway;
    if (part === 'run') filler.ran(step);
    const start: StartCommand =
      sample === undefined
        ? (filled, onOutput) => startCommand(filled, folders, onOutput)
        : (_, onOutput) => simulated.start({ step, part, sample, gateway, verification: verifier.of(step) }, onOutput);
    const running = commands.run(command, { start, tenantId: step.alert.tenantId, onOutput: () => desk.changed() });
    const written = desk.record(step, { kind: 'commandStarted', command: displayCommand(command) }, partName(part));
    void desk.hold(step.ref, running);
    void running.outcome.then((outcome) => written.then(() => this.#conclude(step, part, command, outcome)));
  }

  async #conclude(step: AlertStep, part: StepPart, command: FilledCommand, outcome: RunOutcome): Promise<void> {
    const { desk, verifier } = this.#deps;
    const { end, durationMs, output, outputDigest } = outcome;
    const exit = end.kind === 'exited' ? { exitCode: end.exitCode } : {};
    const event = { durationMs, output, outputDigest, command: displayCommand(command), ...exit };
    await desk.record(step, { kind: 'commandEnded', cancelled: end.kind === 'cancelled', ...event }, partName(part));
    const worked = end.kind === 'exited' && end.exitCode === 0;
    if (worked && part === 'run' && step.step.verify !== undefined) await verifier.verify(step, 'afterRun');
  }

  #subscriptionName(subscriptionId: string): string {
    const { available, subscriptions } = this.#deps.dependencies.store.state;
    const known = [...available, ...subscriptions.map(({ subscription }) => subscription)];
    const name = known.find((subscription) => subscription.subscriptionId === subscriptionId)?.displayName;
    return name === undefined ? subscriptionId : `${name} (${subscriptionId})`;
  }
}

const fillings: Readonly<Record<StepPart, Filling>> = { run: 'newRun', whatIf: 'preview', undo: 'lastRun' };

/** The data of a step's command, its what-if or its undo. */
function templateOf({ step }: AlertStep, part: StepPart): CommandTemplate | undefined {
  return part === 'run' ? step.command : step[part];
}

function partName(part: StepPart): 'undo' | 'whatIf' | undefined {
  return part === 'run' ? undefined : part;
}

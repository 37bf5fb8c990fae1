import { setTimeout as pause } from 'node:timers/promises';
import type { Verification } from '../../domain/remediation/runbooks/verification.ts';
import type { AzureGateway, ResourceReading, SampleResources } from '../../services/ports.ts';
import { stepName, type AlertStep } from '../../services/response/steps/alertSteps.ts';
import type { RunEnd } from '../../services/response/steps/runOutcome.ts';
import { withExpectation } from '../../services/response/steps/withExpectation.ts';
import type { CommandProcess } from '../terminal/commandRunner.ts';
import type { StepPart } from './stepRunner.ts';

export interface Simulation {
  readonly step: AlertStep;
  readonly part: StepPart;
  readonly gateway: AzureGateway;
  readonly sample: SampleResources;
  /** What the step looks at; undefined where it looks at nothing. */
  readonly verification: Promise<Verification | undefined>;
}

/** Long enough to be seen, in milliseconds. */
const pretendedWork = 700;

/**
 * Stands in for tools in the sample environment. No process runs there: what a step verifies is made so on the made-up
 * resource, and an undo puts back what was there before.
 */
export class SimulatedCommands {
  readonly #before = new Map<string, ResourceReading>();

  start(simulation: Simulation, onOutput: (bytes: Uint8Array) => void): CommandProcess {
    const abort = new AbortController();
    const say = (line: string): void => {
      onOutput(Buffer.from(`${line}\n`));
    };
    const ended = this.#carryOut(simulation, say, abort.signal).then(
      (): RunEnd => ({ kind: 'exited', exitCode: 0 }),
      (): RunEnd => (abort.signal.aborted ? { kind: 'cancelled' } : { kind: 'exited', exitCode: 1 }),
    );
    return {
      ended,
      cancel: () => {
        abort.abort();
      },
    };
  }

  async #carryOut(simulation: Simulation, say: (line: string) => void, signal: AbortSignal): Promise<void> {
    const { step, part, gateway, sample } = simulation;
    say('Sample environment: simulated, nothing is sent to Azure.');
    const [verification] = await Promise.all([simulation.verification, pause(pretendedWork, undefined, { signal })]);
    if (part === 'whatIf' || verification === undefined) {
      say('A real run shows the answer of the tool here.');
      return;
    }
    const { resource: resourceId, apiVersion } = verification;
    const reading = await gateway.readResource({ subscription: step.alert, resourceId, apiVersion }, signal);
    if (!reading.ok) throw new Error('the sample environment gave no resource');
    const name = stepName(step.ref);
    if (part === 'undo') {
      const before = this.#before.get(name) ?? { kind: 'absent' };
      await sample.write(resourceId, before.kind === 'found' ? before.resource : undefined);
      say('The made-up resource is as it was before.');
      return;
    }
    if (!this.#before.has(name)) this.#before.set(name, reading.value);
    const now = reading.value.kind === 'found' ? reading.value.resource : {};
    await sample.write(resourceId, withExpectation(verification, now));
    say('The made-up resource was changed as the command would change a real one.');
  }
}

import { azureResourceIds, type Alert } from '../../domain/alert.ts';
import type {
  CommandTemplate,
  FilledCommand,
  FillingContext,
  Unfilled,
} from '../../domain/remediation/commands/commandTemplate.ts';
import { fillCommand } from '../../domain/remediation/commands/fillCommand.ts';
import { parameters } from '../../domain/remediation/commands/parameters.ts';
import { objectionTo } from '../../domain/remediation/commands/parameterType.ts';
import { fillVerification } from '../../domain/remediation/runbooks/fillVerification.ts';
import type { Verification } from '../../domain/remediation/runbooks/verification.ts';
import type { AzureGateway } from '../../services/ports.ts';
import { refusalText } from '../../services/response/steps/buildRunbookModel.ts';
import { stepName, type AlertStep } from '../../services/response/steps/alertSteps.ts';
import { GivenValues } from '../../services/response/steps/givenValues.ts';
import { lookUp } from '../../services/response/steps/lookUp.ts';
import { resourceFailureText } from '../../services/response/steps/resourceFailureText.ts';
import { askForValue, chooseValue, refuse } from './stepNotices.ts';

/** More values than any command has: what would ask for ever ends here. */
const mostQuestions = 12;

/** For whom a command is filled: for a new run, for a look before one, or about what the last run did. */
export type Filling = 'newRun' | 'preview' | 'lastRun';

/** Finds the values that a step needs and its alert does not name: by reading resources, then by asking the person. */
export class StepFiller {
  readonly #gateway: () => Promise<AzureGateway>;
  readonly #surroundings: () => Omit<FillingContext, 'given'>;
  readonly #given = new GivenValues();
  /** What was looked up from a resource, by its id in lower case: it holds for every alert about that resource alone. */
  readonly #lookedUp = new Map<string, Readonly<Record<string, string>>>();

  constructor(gateway: () => Promise<AzureGateway>, surroundings: () => Omit<FillingContext, 'given'>) {
    this.#gateway = gateway;
    this.#surroundings = surroundings;
  }

  /** What commands for an alert are filled with, as far as it is known. */
  contextOf(alert: Alert): FillingContext {
    const resource = onlyResource(alert);
    const lookedUp = resource === undefined ? undefined : this.#lookedUp.get(resource);
    return { ...this.#surroundings(), given: { ...lookedUp, ...this.#given.latest(alert.key) } };
  }

  /** The step runs with the command that was filled last: its undo and its check are about the same things. */
  ran({ ref, alert }: AlertStep): void {
    this.#given.ran(alert.key, stepName(ref));
  }

  /** The command, after asking where something is open; undefined when there is none, and the person knows why. */
  async command(template: CommandTemplate, step: AlertStep, filling: Filling): Promise<FilledCommand | undefined> {
    if (filling === 'newRun') this.#given.begin(step.alert.key, stepName(step.ref));
    return await this.#fill(step, { mayAsk: true, isOfLastRun: filling === 'lastRun' }, (context) => {
      const filled = fillCommand(template, step.alert, context);
      return filled.kind === 'filled' ? { ok: true, value: filled.command } : { ok: false, unfilled: filled };
    });
  }

  /** What is to be looked at, after the last run or before a new one; undefined where a value is not known. */
  async verification(
    template: Verification,
    step: AlertStep,
    { mayAsk, filling }: { readonly mayAsk: boolean; readonly filling: 'preview' | 'lastRun' },
  ): Promise<Verification | undefined> {
    return await this.#fill(step, { mayAsk, isOfLastRun: filling === 'lastRun' }, (context) => {
      const filled = fillVerification(template, step.alert, context);
      return filled.kind === 'filled' ? { ok: true, value: filled.verification } : { ok: false, unfilled: filled };
    });
  }

  async #fill<T>(
    { alert, ref }: AlertStep,
    { mayAsk, isOfLastRun }: { readonly mayAsk: boolean; readonly isOfLastRun: boolean },
    attempt: (context: FillingContext) => { ok: true; value: T } | { ok: false; unfilled: Unfilled },
  ): Promise<T | undefined> {
    const step = stepName(ref);
    for (let question = 0; question < mostQuestions; question += 1) {
      const given = isOfLastRun ? this.#given.ofStep(alert.key, step) : this.#given.latest(alert.key);
      const tried = attempt({ ...this.#surroundings(), given });
      if (tried.ok) return tried.value;
      const { parameter } = tried.unfilled;
      const value = await this.#find(tried.unfilled, alert, mayAsk);
      if (value === undefined) return undefined;
      this.#given.note(alert.key, parameter, value);
      if (isOfLastRun) this.#given.noteOfStep(step, parameter, value);
      this.#noteLookedUp(tried.unfilled, alert, value);
    }
    return undefined;
  }

  #noteLookedUp(unfilled: Unfilled, alert: Alert, value: string): void {
    const resource = unfilled.kind === 'missing' ? unfilled.lookup?.resource.toLowerCase() : undefined;
    if (resource === undefined || resource !== onlyResource(alert)) return;
    this.#lookedUp.set(resource, { ...this.#lookedUp.get(resource), [unfilled.parameter]: value });
  }

  async #find(unfilled: Unfilled, alert: Alert, mayAsk: boolean): Promise<string | undefined> {
    const { kind, parameter } = unfilled;
    const label = parameters.get(parameter)?.label ?? parameter;
    if (kind === 'choose') return mayAsk ? await chooseValue(label, unfilled.options) : undefined;
    if (kind === 'refused') {
      if (mayAsk) refuse('notFilled', refusalText(parameter, unfilled.why));
      return undefined;
    }
    if (!parameters.has(parameter)) {
      // Nobody can type what the surroundings lack.
      if (mayAsk) refuse('notFilled', `The command cannot be filled in: ${unfilled.why}.`);
      return undefined;
    }
    if (unfilled.lookup === undefined) return mayAsk ? await askFor(parameter, label) : undefined;
    const found = await lookUp(unfilled.lookup, alert, await this.#gateway(), new AbortController().signal);
    if (!found.ok) {
      if (mayAsk) refuse('notRead', resourceFailureText(found.failure));
      return undefined;
    }
    const [only] = found.values;
    if (found.values.length === 1) return only;
    if (!mayAsk) return undefined;
    return only === undefined ? await askFor(parameter, label) : await chooseValue(label, found.values);
  }
}

/** In lower case; undefined where an alert is about several, of which another one may be meant. */
function onlyResource(alert: Alert): string | undefined {
  const [only, ...others] = new Set(azureResourceIds(alert).map((id) => id.toLowerCase()));
  return others.length === 0 ? only : undefined;
}

async function askFor(parameter: string, label: string): Promise<string | undefined> {
  const type = parameters.get(parameter)?.type;
  if (type === undefined) return undefined;
  return await askForValue(label, (value) => objectionTo(type, value));
}

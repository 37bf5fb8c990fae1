import { setTimeout as pause } from 'node:timers/promises';
import type { AlertStep } from '../../services/response/steps/alertSteps.ts';
import { checkVerification, type VerificationResult } from '../../services/response/steps/checkVerification.ts';
import { resourceFailureText } from '../../services/response/steps/resourceFailureText.ts';
import { mergeAlertSteps } from '../../services/response/steps/mergeAlertSteps.ts';
import type { AzureFailure } from '../../domain/azureFailure.ts';
import type { Verification } from '../../domain/remediation/runbooks/verification.ts';
import type { ResponseDependencies } from '../responseDependencies.ts';
import type { StepDesk } from './stepDesk.ts';
import type { StepFiller } from './stepFiller.ts';
import { refuse } from './stepNotices.ts';

/** Why a resource is looked at: the person asks, its command has just ended, or alerts were read again. */
type Occasion = 'asked' | 'afterRun' | 'refreshed';

/** Azure may show a change only seconds after it was made; waits before each look, in milliseconds. */
const looks = [0, 2_000, 4_000];

/** Longest look before a command is shown, in milliseconds. */
const mostBefore = 2_500;

/** Steps that are looked at again with one refresh: what nobody waits for leaves the quota to the alerts. */
const mostAtRefresh = 50;

interface Look {
  readonly result: VerificationResult;
  /** Why the resource could not be read. */
  readonly failure?: AzureFailure;
}

/** Looks at resources, and writes down when what is found differs from what was known. */
export class StepVerifier {
  readonly #context: ResponseDependencies;
  readonly #desk: StepDesk;
  readonly #filler: StepFiller;
  readonly #unfollow: () => void;
  readonly #abort = new AbortController();
  #wasRefreshing = false;
  #rechecking = false;

  constructor(context: ResponseDependencies, desk: StepDesk, filler: StepFiller) {
    this.#context = context;
    this.#desk = desk;
    this.#filler = filler;
    this.#unfollow = context.store.onDidChange(({ refreshing }) => {
      if (this.#wasRefreshing && !refreshing) void this.#recheck();
      this.#wasRefreshing = refreshing;
    });
  }

  /** What a step looks at, where that is known without asking; undefined otherwise. */
  async of(step: AlertStep, mayAsk = false): Promise<Verification | undefined> {
    const { verify } = step.step;
    return verify === undefined
      ? undefined
      : await this.#filler.verification(verify, step, { mayAsk, filling: 'lastRun' });
  }

  /**
   * Whether a resource is already as a step would have it, before its command runs; that is written down, so that an undo
   * can say so. False also where it cannot be told soon: a person waits.
   */
  async holdsBefore(step: AlertStep): Promise<boolean> {
    const { verify } = step.step;
    if (verify === undefined) return false;
    const late = pause(mostBefore, false, { signal: this.#abort.signal });
    // Without a way to Azure nothing is known, and the run itself says what is wrong.
    const looks = [this.#holdsNow(step, verify), late].map((look) => look.catch(() => false));
    return await Promise.race(looks);
  }

  async #holdsNow(step: AlertStep, template: Verification): Promise<boolean> {
    const verification = await this.#filler.verification(template, step, { mayAsk: false, filling: 'preview' });
    if (verification === undefined) return false;
    const { result } = await this.#look(step, verification, [0]);
    if (result.outcome !== 'holds' || this.#abort.signal.aborted) return false;
    if (this.#standing(step) === 'toDo') await this.#desk.record(step, { kind: 'verification', ...result });
    return true;
  }

  async verify(step: AlertStep, occasion: Occasion): Promise<void> {
    const verification = await this.of(step, occasion === 'asked');
    if (verification === undefined) return;
    const { result, failure } = await this.#look(step, verification, occasion === 'afterRun' ? looks : [0]);
    if (this.#abort.signal.aborted) return;
    if (occasion === 'asked' && failure !== undefined) refuse('notChecked', resourceFailureText(failure));
    // Journals tell of changes: that a look found the same as the last one is known in this window alone.
    if (occasion === 'refreshed' && !this.#isNews(step, result)) this.#desk.seenAgain(step.ref);
    else await this.#desk.record(step, { kind: 'verification', ...result });
  }

  /** Looks again at what was verified or found otherwise, in what this window has looked at. */
  async #recheck(): Promise<void> {
    if (this.#rechecking) return;
    this.#rechecking = true;
    try {
      const steps = this.#desk.touched().filter((step) => step.step.verify !== undefined && this.#matters(step));
      for (const step of steps.slice(0, mostAtRefresh)) await this.verify(step, 'refreshed');
    } finally {
      this.#rechecking = false;
    }
  }

  #matters(step: AlertStep): boolean {
    return ['verified', 'differs', 'regressed'].includes(this.#standing(step));
  }

  #isNews(step: AlertStep, { outcome }: VerificationResult): boolean {
    if (outcome === 'unknown') return false;
    return (outcome === 'holds') !== (this.#standing(step) === 'verified');
  }

  #standing(step: AlertStep): string {
    const [merged] = mergeAlertSteps([step]);
    return merged === undefined ? 'toDo' : this.#desk.historyOf(merged).standing.kind;
  }

  async #look(step: AlertStep, verification: Verification, waits: readonly number[]): Promise<Look> {
    const { resource: resourceId, apiVersion } = verification;
    let result: VerificationResult = { outcome: 'unknown', expected: '' };
    let failure: AzureFailure | undefined;
    for (const wait of waits) {
      if (wait > 0) await pause(wait, undefined, { signal: this.#abort.signal });
      const gateway = await this.#context.gateway();
      const reading = await gateway.readResource(
        { subscription: step.alert, resourceId, apiVersion },
        this.#abort.signal,
      );
      result = checkVerification(verification, reading);
      failure = reading.ok ? undefined : reading.failure;
      if (result.outcome === 'holds') break;
    }
    return { result, ...(failure === undefined ? {} : { failure }) };
  }

  dispose(): void {
    this.#abort.abort();
    this.#unfollow();
  }
}

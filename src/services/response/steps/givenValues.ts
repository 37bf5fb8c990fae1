import type { AlertKey } from '../../../domain/alert.ts';

type Values = Readonly<Record<string, string>>;

/**
 * Values of parameters that a person chose or typed, or that were looked up, in this window. Those of an alert serve all of
 * its steps; a step that ran keeps its own, so that its undo and its check are about what it changed and nothing else.
 */
export class GivenValues {
  readonly #ofAlert = new Map<AlertKey, Values>();
  readonly #ofStep = new Map<string, Values>();

  /** What was given for an alert last. */
  latest(alertKey: AlertKey): Values {
    return this.#ofAlert.get(alertKey) ?? {};
  }

  /** What a step ran with, else what was given for its alert last. @param step its `stepName`. */
  ofStep(alertKey: AlertKey, step: string): Values {
    return this.#ofStep.get(step) ?? this.latest(alertKey);
  }

  note(alertKey: AlertKey, parameter: string, value: string): void {
    this.#ofAlert.set(alertKey, { ...this.latest(alertKey), [parameter]: value });
  }

  /** The same for a step that ran; for another one nothing, since its values are the alert's. */
  noteOfStep(step: string, parameter: string, value: string): void {
    const values = this.#ofStep.get(step);
    if (values !== undefined) this.#ofStep.set(step, { ...values, [parameter]: value });
  }

  /**
   * A step is about to run. Where it did before, it is meant for something else, such as the next address: everything is
   * chosen and looked up anew.
   */
  begin(alertKey: AlertKey, step: string): void {
    if (this.#ofStep.has(step)) this.#ofAlert.delete(alertKey);
  }

  /** A step runs with what was given last. */
  ran(alertKey: AlertKey, step: string): void {
    this.#ofStep.set(step, this.latest(alertKey));
  }
}

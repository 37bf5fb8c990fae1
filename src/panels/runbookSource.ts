import type { PanelTarget } from '../protocol/panelTarget.ts';
import type { RunbookModel, RunbookStepRef, StepAction } from '../protocol/runbookModel.ts';
import type { Response } from '../response/index.ts';
import { Listeners, type Unsubscribe } from '../services/listeners.ts';

/** Runbooks for panels: their code is read when the first panel asks, and the panel is drawn again when it is there. */
export class RunbookSource {
  readonly #open: () => Promise<Response>;
  readonly #listeners = new Listeners<undefined>();
  #response: Response | undefined;
  #unfollow: Unsubscribe | undefined;
  #opening = false;

  constructor(open: () => Promise<Response>) {
    this.#open = open;
  }

  onDidChange(listener: () => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  /** Undefined until it is known, and for what has no steps. */
  modelOf(target: PanelTarget): RunbookModel | undefined {
    if (this.#response === undefined) void this.#load();
    return target.kind === 'comparison' ? undefined : this.#response?.modelOf(target);
  }

  async act(action: StepAction, ref: RunbookStepRef): Promise<void> {
    await (await this.#open()).act(action, ref);
  }

  dispose(): void {
    this.#unfollow?.();
  }

  async #load(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    try {
      this.#response = await this.#open();
      this.#unfollow = this.#response.onDidChange(() => {
        this.#listeners.fire(undefined);
      });
      this.#listeners.fire(undefined);
    } finally {
      this.#opening = false;
    }
  }
}

import type { StepModel } from '../../src/protocol/checklistModel.ts';
import type { TuningDraft, TuningPanelModel } from '../../src/protocol/tuningModel.ts';
import type { WebviewToHost } from '../../src/protocol/webviewToHost.ts';

/** Everything beside the model that a view needs: how the person arranged the panel, and how to act. */
export interface Ui {
  /** Epoch milliseconds of this render, for "2 hours ago". */
  readonly now: number;
  post(message: WebviewToHost): void;
  /** Whether a part is open or listed in full; ids are ours, never text of an alert. */
  isOpen(part: string, byDefault: boolean): boolean;
  setOpen(part: string, open: boolean): void;
  /** The step whose reason for skipping is being written, if any. */
  isSkipping(step: StepModel): boolean;
  startSkipping(step: StepModel): void;
  stopSkipping(step: StepModel): void;
  /** The state that was asked for, from the click until the host has answered: shown as if it were stored. */
  pendingState(step: StepModel): StepModel['state'] | undefined;
  setStep(step: StepModel, state: StepModel['state'], reason?: string): void;
  /** True for a moment after the text was copied. */
  wasCopied(copyId: string): boolean;
  /** The settings as the person has edited them, the last key stroke included. */
  draftOf(model: TuningPanelModel): TuningDraft;
  /** Edits the draft; the host hears of it when the person pauses. */
  tune(change: Partial<TuningDraft>): void;
  applyTuning(): void;
  discardTuning(): void;
  /** Opens what hides an entity's card and moves the focus to it. */
  reveal(entityId: string): void;
}

/** Identity of a step in the page. */
export function stepId(step: { readonly alertKey: string; readonly stepKey: string }): string {
  return `${step.alertKey}/${step.stepKey}`;
}

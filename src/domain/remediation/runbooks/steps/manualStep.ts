import type { RunbookPhase, RunbookStep, StepRisk } from '../runbook.ts';

/** A step that a person does without a command: optional and without risk unless the last argument says otherwise. */
export function manualStep(
  phase: RunbookPhase,
  id: string,
  title: string,
  instruction: string,
  { mandatory = false, risk = 'none' }: { readonly mandatory?: boolean; readonly risk?: StepRisk } = {},
): RunbookStep {
  return { id, phase, title, instruction, mandatory, risk };
}

/** The same step, said to matter. */
export function mandatory(step: RunbookStep): RunbookStep {
  return { ...step, mandatory: true };
}

/** The same step, where others say enough for the alert to be closed. */
export function optional(step: RunbookStep): RunbookStep {
  return { ...step, mandatory: false };
}

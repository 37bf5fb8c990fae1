import type { Alert } from '../../domain/alert.ts';
import type { PanelActions } from './panelActions.ts';

/** A panel's model with the host's side of it. */
export interface BuiltPanel<Model> {
  readonly model: Model;
  readonly actions: PanelActions;
  /** The alerts whose checklists the panel shows: deciding on a step decides for each of them that has it. */
  readonly checklistAlerts: readonly Alert[];
}

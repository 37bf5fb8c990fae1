import type { Alert } from '../../domain/alert.ts';
import type { ChecklistSummary } from '../checklistSummary.ts';
import type { StoreState } from '../storeState.ts';
import type { TreeIndex } from './treeIndex.ts';
import type { ItemTarget } from '../../protocol/panelTarget.ts';

/** Progress over the remediation of the given alerts together; undefined while nobody has begun. */
export type ProgressOf = (alerts: readonly Alert[]) => ChecklistSummary | undefined;

/** What a row is worked out from. */
export interface RowFacts {
  readonly state: StoreState;
  readonly index: TreeIndex;
  readonly now: number;
  readonly timeOfDay: (time: number) => string;
  readonly progressOf: ProgressOf;
  /** High-severity items that nobody has looked at yet. */
  readonly isNew: (target: ItemTarget) => boolean;
}

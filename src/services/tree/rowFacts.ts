import type { AlertKey } from '../../domain/alert.ts';
import type { StoreState } from '../storeState.ts';
import type { TreeIndex } from './treeIndex.ts';
import type { PanelTarget } from '../../protocol/panelTarget.ts';

export type ProgressOf = (alertKey: AlertKey) => { readonly done: number; readonly total: number } | undefined;

/** What a row is worked out from. */
export interface RowFacts {
  readonly state: StoreState;
  readonly index: TreeIndex;
  readonly now: number;
  readonly timeOfDay: (time: number) => string;
  /** Steps of an alert's checklist; undefined while unknown. */
  readonly progressOf: ProgressOf;
  /** High-severity items that nobody has looked at yet. */
  readonly isNew: (target: PanelTarget) => boolean;
}

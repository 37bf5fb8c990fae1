import type { Alert } from '../../domain/alert.ts';
import type { AlertRights } from '../../domain/alertRights.ts';
import type { ChecklistSummary } from '../checklistSummary.ts';
import type { StoreState } from '../storeState.ts';
import type { TreeIndex } from './treeIndex.ts';
import type { ItemTarget } from '../../protocol/panelTarget.ts';
import { age } from './age.ts';

/** Progress over the remediation of the given alerts together; undefined while nobody has begun. */
export type ProgressOf = (alerts: readonly Alert[]) => ChecklistSummary | undefined;

/** What a row is worked out from. `now` is epoch milliseconds. */
export interface RowFacts {
  readonly state: StoreState;
  readonly index: TreeIndex;
  readonly now: number;
  readonly timeOfDay: (time: number) => string;
  /** Writes how long ago a time is; as `age` does where it is not given. */
  readonly ageOf?: (time: number) => string;
  /** What the person may do to the alerts of a subscription; undefined while that is not known. */
  readonly rightsIn?: (subscriptionId: string) => AlertRights | undefined;
  /** When Azure is read next without anybody asking, if so; epoch milliseconds. */
  readonly nextAt?: number | undefined;
  /** Until when an item sleeps, by the id of an incident or the key of an alert, in epoch milliseconds. */
  readonly asleep?: ReadonlyMap<string, number>;
  readonly progressOf: ProgressOf;
  /** High-severity items that nobody has looked at yet. */
  readonly isNew: (target: ItemTarget) => boolean;
}

/** How long ago, for a row; undefined for an unknown time. */
export function ageIn({ ageOf, now }: Pick<RowFacts, 'ageOf' | 'now'>, time: number | undefined): string | undefined {
  return time === undefined || ageOf === undefined ? age(time, now) : ageOf(time);
}

import { allRunbooks } from './allRunbooks.ts';
import { planOfType } from './planOfType.ts';
import type { AlertPlan, Runbook } from './runbook.ts';
import { RunbookIndex } from './runbookIndex.ts';

/** The runbook for an alert. `specific`: it names the alert's family; otherwise it is the general one of the plan. */
export interface ResolvedRunbook {
  readonly runbook: Runbook;
  readonly specific: boolean;
  readonly source: 'product' | 'workspace';
}

/** What helps besides the type. */
export interface ResolvingHints {
  readonly plan?: AlertPlan;
  /** Names an alert whose type no runbook names: types of many alerts on machines are not published. */
  readonly displayName?: string;
  /** Runbooks of the workspace. One that names the alert comes before the product's. */
  readonly workspace?: readonly Runbook[];
}

/** One index for each list of runbooks: an incident resolves hundreds of alerts against the same ones. */
const indexes = new WeakMap<readonly Runbook[], RunbookIndex>();

function indexOf(runbooks: readonly Runbook[]): RunbookIndex {
  const index = indexes.get(runbooks) ?? new RunbookIndex(runbooks);
  indexes.set(runbooks, index);
  return index;
}

/** The runbook that an alert type resolves to. Total: what nothing names gets the general one of its plan, or of all plans. */
export function resolveRunbook(alertType: string, hints: ResolvingHints = {}): ResolvedRunbook {
  const own = hints.workspace === undefined ? undefined : indexOf(hints.workspace).find(alertType, hints.displayName);
  if (own !== undefined) return { runbook: own, specific: true, source: 'workspace' };
  const product = indexOf(allRunbooks);
  const found = product.find(alertType, hints.displayName);
  if (found !== undefined) return { runbook: found, specific: true, source: 'product' };
  const general = product.general(hints.plan ?? planOfType(alertType));
  return { runbook: general, specific: false, source: 'product' };
}

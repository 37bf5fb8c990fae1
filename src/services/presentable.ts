import type { Correlation } from '../domain/correlation/correlation.ts';
import type { Steps } from '../domain/steps.ts';
import type { IncidentIds } from './incidentIds.ts';
import { treeIndexInSteps } from './tree/treeIndex.ts';

/**
 * Readies a correlation for the screen: its incidents get the ids that they had before, and the index of the tree is
 * made, so that the first look at the tree finds it.
 */
export function* presentable(found: Correlation, ids: Pick<IncidentIds, 'keep'>): Steps<Correlation> {
  const correlation = yield* ids.keep(found);
  yield* treeIndexInSteps(correlation);
  return correlation;
}

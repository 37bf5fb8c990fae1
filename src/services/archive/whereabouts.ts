import { findIncident } from '../findIncident.ts';
import type { StoreState } from '../storeState.ts';
import type { ArchivedIncident } from './archivedIncident.ts';

/**
 * Whether Azure still lists an archived incident. `unknown` unless its subscription was read completely: what could not
 * be read, or is not selected, may well be there.
 */
export function whereabouts(
  { id, subscriptionId }: ArchivedIncident,
  { correlation, correlating, refreshing, subscriptions }: StoreState,
): 'listed' | 'gone' | 'unknown' {
  if (findIncident(correlation, id) !== undefined) return 'listed';
  const snapshot = subscriptions.find(({ subscription }) => subscription.subscriptionId === subscriptionId);
  const isCertain = snapshot?.health.kind === 'ok' && !correlating && !refreshing;
  return isCertain ? 'gone' : 'unknown';
}

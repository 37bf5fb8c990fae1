import { systemClock } from '../platform/clock.ts';
import { askedToWait } from '../services/askedToWait.ts';
import type { AlertStore } from '../services/alertStore.ts';
import type { Refresher } from '../services/refresh.ts';
import { confirmReading } from './confirmReading.ts';

interface Parts {
  readonly refresher: Refresher;
  readonly store: AlertStore;
}

/**
 * Reads Azure because a person asks for it: all that is selected, or `only` some subscriptions. Where Azure has asked
 * for a pause that is not over, the person decides: to wait, to read the others, or to read all the same.
 */
export async function readAsAsked({ refresher, store }: Parts, only?: readonly string[]): Promise<void> {
  const read = (): Promise<void> => (only === undefined ? refresher.refresh() : refresher.refreshOnly(only));
  const ids = only ?? store.state.subscriptions.map(({ subscription }) => subscription.subscriptionId);
  const asked = askedToWait(store.state, systemClock.now(), only && new Set(only));
  if (asked === undefined || store.state.refreshing) return read();
  const others = ids.filter((id) => !asked.subscriptionIds.has(id));
  // Without a list of subscriptions there is nothing that could be read.
  const canReadOthers = asked.subscriptionIds.size > 0 && others.length > 0 && store.state.failure === undefined;
  const decision = await confirmReading(asked.until, canReadOthers);
  if (decision === 'all') await read();
  if (decision === 'others')
    await (only === undefined ? refresher.poll(asked.subscriptionIds) : refresher.refreshOnly(others));
}

import { hasAlerts } from './completeness.ts';
import { nextTry } from './nextTry.ts';
import type { StoreState } from './storeState.ts';

/** Says as of when everything is that is shown. */
export function savedNotice(at: number, timeOfDay: (time: number) => string): string {
  return `As of ${timeOfDay(at)}, kept on this machine.`;
}

/** What is kept on this machine may have changed since: said until every subscription was read, or failed to be. */
function restoredNotice(
  { subscriptions, refreshing }: StoreState,
  timeOfDay: (time: number) => string,
): string | undefined {
  const times = subscriptions.flatMap(({ health }) => (health.kind === 'restored' ? [health.at] : []));
  if (times.length === 0) return undefined;
  const oldest = times.reduce((one, other) => Math.min(one, other));
  const asOf = savedNotice(oldest, timeOfDay);
  return refreshing ? `${asOf} Reading Azure…` : asOf;
}

/**
 * The lines above the rows of the view: that the list is from this machine, and that correlation is under way or failed. Counts only, no
 * text of alerts. `timeOfDay` writes epoch milliseconds as the reader's clock does. Empty when there is nothing to say.
 * @param nextAt when Azure is read next without anybody asking, if so.
 */
export function viewMessage(state: StoreState, timeOfDay: (time: number) => string, nextAt?: number): string {
  const next = nextTry(state, nextAt, timeOfDay);
  const lines = [
    restoredNotice(state, timeOfDay),
    next === undefined ? undefined : `Next try ${next}.`,
    correlationNotice(state),
  ];
  return lines.filter((line) => line !== undefined).join(' ');
}

/** While older incidents are on the screen, the bar of progress says enough. */
function correlationNotice(state: StoreState): string | undefined {
  const { correlating, correlationFailed, correlation, subscriptions } = state;
  const nothingYet = correlation.alerts.size === 0;
  if (correlating && nothingYet) {
    const alerts = subscriptions.reduce((sum, { alerts }) => sum + alerts.length, 0);
    return `Correlating ${alerts.toLocaleString('en')} ${alerts === 1 ? 'alert' : 'alerts'}…`;
  }
  if (!correlationFailed || !hasAlerts(state)) return undefined;
  return nothingYet
    ? 'The alerts were read, but could not be correlated. Refresh to try again.'
    : 'The newest alerts could not be correlated: older incidents are shown. Refresh to try again.';
}

import type { Alert } from './alert.ts';
import { lastActivityTime } from './alert.ts';
import { isOpen } from './alertStatus.ts';

/** How long after the last sign an open attack still counts as going on: one day, the longest silence of most campaigns. */
const quietAfter = 24 * 60 * 60 * 1000;

/**
 * Whether something is still going on. The service has no such field, so it is derived, and the ground is given with it:
 * every surface says which. Times are epoch milliseconds UTC.
 */
export type Activity =
  /** Open alerts, and a sign of activity within the last day. */
  | { readonly state: 'active'; readonly lastSeen: number; readonly openAlerts: number }
  /** Open alerts, but no sign for more than a day: contained, patient, or unseen. */
  | { readonly state: 'quiet'; readonly lastSeen: number; readonly openAlerts: number }
  /** Every alert was resolved or dismissed by somebody. */
  | { readonly state: 'closed'; readonly resolved: number; readonly dismissed: number; readonly lastSeen?: number }
  /** Open alerts without a readable time, or nothing to judge by. */
  | { readonly state: 'unknown'; readonly openAlerts: number };

/** Judges from status and last activity of the given alerts at `now`. */
export function deriveActivity(alerts: readonly Alert[], now: number): Activity {
  const open = alerts.filter((alert) => isOpen(alert.status)).length;
  const times = alerts.map(lastActivityTime).filter((time) => time !== undefined);
  const lastSeen = times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b));
  if (alerts.length > 0 && open === 0) {
    const dismissed = alerts.filter((alert) => alert.status === 'Dismissed').length;
    const resolved = alerts.length - dismissed;
    return { state: 'closed', resolved, dismissed, ...(lastSeen === undefined ? {} : { lastSeen }) };
  }
  if (lastSeen === undefined) return { state: 'unknown', openAlerts: open };
  return { state: now - lastSeen <= quietAfter ? 'active' : 'quiet', lastSeen, openAlerts: open };
}

import type { Alert, AlertKey } from '../domain/alert.ts';
import type { AlertStatus } from '../domain/alertStatus.ts';

/** A change of status that somebody asked for here. `changeId` names it among all of this window. */
export interface AskedStatus {
  readonly alertKey: AlertKey;
  /** Lower case. */
  readonly subscriptionId: string;
  readonly changeId: number;
  readonly status: AlertStatus;
}

/** How such a change ended. */
export interface SettledStatus {
  readonly alertKey: AlertKey;
  readonly changeId: number;
  /** False: the alert has the status that it had before. */
  readonly accepted: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What is known here of an alert's status and not yet from Azure's list. */
interface StatusOverlay {
  readonly subscriptionId: string;
  /** Changes under way, in the order in which they were asked for: the last is shown. */
  readonly pending: readonly { readonly changeId: number; readonly status: AlertStatus }[];
  /** What Azure accepted last. */
  readonly accepted?: { readonly status: AlertStatus; readonly at: number };
}

export type StatusOverlays = ReadonlyMap<AlertKey, StatusOverlay>;

export const noOverlays: StatusOverlays = new Map();

/**
 * How long after Azure has accepted a change its lists may still show the status before, in milliseconds: for the alerts
 * API some six seconds, measured; for Resource Graph minutes.
 */
const shownAfter = { alerts: 15_000, graph: 15 * 60_000 } as const;

export function withAsked(overlays: StatusOverlays, asked: readonly AskedStatus[]): StatusOverlays {
  if (asked.length === 0) return overlays;
  const next = new Map(overlays);
  for (const { alertKey, subscriptionId, changeId, status } of asked) {
    const before = next.get(alertKey) ?? { subscriptionId, pending: [] };
    next.set(alertKey, { ...before, pending: [...before.pending, { changeId, status }] });
  }
  return next;
}

/** Accepted changes stay until a list shows them; of the others nothing is left. */
export function withSettled(overlays: StatusOverlays, settled: readonly SettledStatus[]): StatusOverlays {
  if (settled.length === 0) return overlays;
  const next = new Map(overlays);
  for (const { alertKey, changeId, accepted, at } of settled) {
    const before = next.get(alertKey);
    const change = before?.pending.find((each) => each.changeId === changeId);
    if (before === undefined || change === undefined) continue;
    const pending = before.pending.filter((each) => each !== change);
    const after: StatusOverlay = {
      ...before,
      pending,
      ...(accepted ? { accepted: { status: change.status, at } } : {}),
    };
    if (after.pending.length === 0 && after.accepted === undefined) next.delete(alertKey);
    else next.set(alertKey, after);
  }
  return next;
}

/**
 * Without what a list knows better: changes that were accepted so long before it was read that it shows them.
 *
 * @param readFrom when the reading of that list began, in epoch milliseconds.
 */
export function withoutKnown(
  overlays: StatusOverlays,
  subscriptionId: string,
  source: keyof typeof shownAfter,
  readFrom: number,
): StatusOverlays {
  const known = [...overlays].filter(
    ([, { subscriptionId: own, pending, accepted }]) =>
      own === subscriptionId &&
      pending.length === 0 &&
      accepted !== undefined &&
      accepted.at + shownAfter[source] <= readFrom,
  );
  if (known.length === 0) return overlays;
  const next = new Map(overlays);
  for (const [alertKey] of known) next.delete(alertKey);
  return next;
}

/** The status that is shown in place of the one that Azure's list has; undefined where that one counts. */
export function overlaidStatus(overlays: StatusOverlays, alertKey: AlertKey): AlertStatus | undefined {
  const overlay = overlays.get(alertKey);
  return overlay?.pending.at(-1)?.status ?? overlay?.accepted?.status;
}

/** Alerts whose change is under way. */
export function changingAlerts(overlays: StatusOverlays): ReadonlySet<AlertKey> {
  return new Set([...overlays].flatMap(([alertKey, { pending }]) => (pending.length === 0 ? [] : [alertKey])));
}

/** Lower-case ids of the subscriptions of which some alert is shown in another status than its list has. */
export function overlaidSubscriptions(overlays: StatusOverlays): ReadonlySet<string> {
  return new Set([...overlays.values()].map(({ subscriptionId }) => subscriptionId));
}

/** The alerts with the statuses that are shown. */
export function withStatuses(alerts: readonly Alert[], overlays: StatusOverlays): readonly Alert[] {
  return alerts.map((alert) => {
    const status = overlaidStatus(overlays, alert.key);
    return status === undefined || status === alert.status ? alert : inStatus(alert, status);
  });
}

/** Of one alert in one status there is one object: whoever compares by identity sees no change where there is none. */
const made = new WeakMap<Alert, Map<AlertStatus, Alert>>();

function inStatus(alert: Alert, status: AlertStatus): Alert {
  const known = made.get(alert) ?? new Map<AlertStatus, Alert>();
  made.set(alert, known);
  const inIt = known.get(status) ?? { ...alert, status };
  known.set(status, inIt);
  return inIt;
}

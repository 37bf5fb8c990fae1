import { stableGuid, stableNumber } from './stableGuid.ts';
import { addMinutes, reverseTicks, ticksAt, ticksFromEpoch } from './ticks.ts';
import type { AlertDraft } from './alertDraft.ts';
import type { SampleResource } from './resource.ts';
import type { Ticks } from './ticks.ts';

const ticksPerMinute = 600_000_000;

/** When an alert began: the story's minute, with seconds and seven digits that belong to the alert's key. */
export function startOf(draft: Pick<AlertDraft, 'key' | 'at'>, now: number): Ticks {
  const fraction = BigInt(stableNumber(`fraction/${draft.key}`, ticksPerMinute));
  return draft.at === 'now' ? ticksFromEpoch(now) - fraction : ticksAt(now, draft.at, fraction);
}

/** When its last activity was seen. */
export function endOf(draft: AlertDraft, now: Ticks, start: Ticks): Ticks {
  if (draft.lastSeen !== undefined) return addMinutes(now, -draft.lastSeen);
  return addMinutes(start, draft.lasts ?? 0);
}

/** The name of an alert, which is also its `systemAlertId`. */
export function alertName(key: string, start: Ticks): string {
  return `${reverseTicks(start)}_${stableGuid(`alert/${key}`)}`;
}

/** ARM id of an alert on a resource. */
export function alertId({ subscription, group, region }: SampleResource, name: string): string {
  const scope = group === undefined ? '' : `/resourceGroups/${group}`;
  return `/subscriptions/${subscription.subscriptionId}${scope}/providers/Microsoft.Security/locations/${region}/alerts/${name}`;
}

/** Where the portal shows the alert. */
export function alertUri({ subscription, group, region }: SampleResource, name: string): string {
  const blade = 'https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade';
  const scope = group === undefined ? '' : `/resourceGroup/${group}`;
  return `${blade}/alertId/${name}/subscriptionId/${subscription.subscriptionId}${scope}/referencedFrom/alertDeepLink/location/${region}`;
}

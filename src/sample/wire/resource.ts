import type { SampleSubscription } from '../directory.ts';

/** Something in a subscription that alerts are raised on. Without `group` it is the subscription itself. */
export interface SampleResource {
  readonly subscription: SampleSubscription;
  readonly group?: string;
  /** Such as `Microsoft.Compute/virtualMachines`. */
  readonly type?: string;
  readonly name: string;
  /** What alerts call this kind of resource in `extendedProperties.resourceType`. */
  readonly label: string;
  /** The Defender for Cloud region that keeps its alerts. */
  readonly region: string;
  readonly os?: 'Windows' | 'Linux';
}

/** ARM id of a resource, or of a subscription for one without a group. */
export function resourceIdOf(resource: SampleResource): string {
  const { subscription, group, type, name } = resource;
  const scope = `/subscriptions/${subscription.subscriptionId}`;
  if (group === undefined || type === undefined) return scope;
  return `${scope}/resourceGroups/${group}/providers/${type}/${name}`;
}

/** The casing that part of the real alerts use for the very same resource; readers must compare ids without regard to case. */
export function shoutedIdOf(resource: SampleResource): string {
  return resourceIdOf(resource)
    .replace('/subscriptions/', '/SUBSCRIPTIONS/')
    .replace('/resourceGroups/', '/RESOURCEGROUPS/');
}

import { isGuid } from '../domain/resourceId.ts';

/** Where one alert is read and changed; every part is safe as one path segment. */
export interface AlertPath {
  /** Lower case. */
  readonly subscriptionId: string;
  /** Absent for alerts of the subscription itself. */
  readonly resourceGroup?: string;
  readonly location: string;
  readonly name: string;
}

const shape =
  /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?\/providers\/Microsoft\.Security\/locations\/([^/]+)\/alerts\/([^/]+)\/?$/i;

/** Encoding does not touch dots: a segment of ".." would address another resource. */
const segment = /^(?!\.{1,2}$)[\w.()-]{1,260}$/u;

/** Resource group names may hold letters of any script. */
const groupSegment = /^(?!\.{1,2}$)[\p{L}\p{N}_.()-]{1,90}$/u;

/**
 * The endpoint that an alert's ARM id names, or undefined when the id is not one of an alert or has a part that must
 * not reach a path. Location and group come from the id because one subscription's alerts lie in several locations.
 */
export function parseAlertPath(id: string): AlertPath | undefined {
  const [, subscription, group, location, name] = shape.exec(id) ?? [];
  if (subscription === undefined || location === undefined || name === undefined) return undefined;
  if (!isGuid(subscription) || !segment.test(location) || !segment.test(name)) return undefined;
  if (group !== undefined && !groupSegment.test(group)) return undefined;
  const subscriptionId = subscription.toLowerCase();
  return { subscriptionId, ...(group === undefined ? {} : { resourceGroup: group }), location, name };
}

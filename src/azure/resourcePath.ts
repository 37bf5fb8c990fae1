import { isGuid } from '../domain/resourceId.ts';

/** Encoding does not touch dots: a segment of ".." would address another resource. */
const segment = /^(?!\.{1,2}$)[\p{L}\p{N} _.()@$+'~-]{1,260}$/u;

/** More than any resource of Azure has. */
const mostSegments = 24;

/**
 * The segments of the path that an ARM id names, or undefined when the id is none of the given subscription or has a part
 * that must not reach a path. The id may be of a resource, a group, the subscription, or what hangs below a resource.
 */
export function resourcePath(resourceId: string, subscriptionId: string): readonly string[] | undefined {
  if (!resourceId.startsWith('/')) return undefined;
  const segments = resourceId.replace(/\/$/, '').split('/').slice(1);
  const [root, subscription] = segments;
  if (root?.toLowerCase() !== 'subscriptions' || subscription === undefined || !isGuid(subscription)) return undefined;
  if (subscription.toLowerCase() !== subscriptionId.toLowerCase()) return undefined;
  return segments.length <= mostSegments && segments.every((each) => segment.test(each)) ? segments : undefined;
}

/** What an ARM resource id names. Ids are compared without regard to case: the service sends the same id in several. */
export interface ArmResourceId {
  /** Lower case. */
  readonly subscriptionId: string;
  /** As sent. */
  readonly resourceGroup?: string;
  /** Provider and types, as sent: "Microsoft.Sql/servers/databases". Missing for a subscription or a resource group. */
  readonly type?: string;
  /** The last name in the id, as sent: the resource's own name, else the resource group's, else the subscription id. */
  readonly name: string;
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** The form in which two ARM ids are compared: lower case, no trailing slash. */
export function foldResourceId(id: string): string {
  const folded = id.toLowerCase();
  return folded.endsWith('/') ? folded.replace(/\/+$/, '') : folded;
}

/** Reads an ARM id; undefined when the text is not one. Never throws. */
export function parseResourceId(id: string): ArmResourceId | undefined {
  const parts = id.split('/').filter((part) => part !== '');
  const subscriptionId = parts[1];
  if (parts[0]?.toLowerCase() !== 'subscriptions' || subscriptionId === undefined || !isGuid(subscriptionId)) return;
  const resourceGroup = parts[2]?.toLowerCase() === 'resourcegroups' ? parts[3] : undefined;
  const provider = lastProvider(parts);
  return {
    subscriptionId: subscriptionId.toLowerCase(),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
    ...(provider === undefined ? {} : { type: provider.type }),
    name: provider?.name ?? resourceGroup ?? subscriptionId,
  };
}

/** An extension resource has two `providers` segments; the last one says what the resource is. */
function lastProvider(parts: readonly string[]): { type: string; name: string } | undefined {
  const at = parts.findLastIndex((part) => part.toLowerCase() === 'providers');
  const namespace = parts[at + 1];
  if (at < 0 || namespace === undefined) return undefined;
  const rest = parts.slice(at + 2);
  const types = rest.filter((_, index) => index % 2 === 0);
  const name = rest.length >= 2 && rest.length % 2 === 0 ? rest.at(-1) : undefined;
  if (name === undefined) return undefined;
  return { type: [namespace, ...types].join('/'), name };
}

/** A resource in a resource group, as nearly all are: told without taking the id apart. */
const usualResource =
  /^\/subscriptions\/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\/resourcegroups\/[^/]+\/providers\/[^/]+(?:\/[^/]+\/[^/]+)+$/i;

function hasOneProvider(id: string): boolean {
  const folded = id.toLowerCase();
  return folded.indexOf('/providers') === folded.lastIndexOf('/providers');
}

/** True for the id of a resource itself: a resource group or a subscription is a container, shared by unrelated alerts. */
export function isLeafResource(id: string): boolean {
  if (usualResource.test(id) && hasOneProvider(id)) return true;
  return parseResourceId(id)?.type !== undefined;
}

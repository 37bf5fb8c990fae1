import type { ArmResponse } from '../armMessage.ts';
import { emptyAnswer, readAnswer, writeAnswer } from './answers.ts';
import type { SubscriptionCall } from './call.ts';
import { badRequest, nothingHere, resourceNotFound } from './errors.ts';
import { initialResource } from './initialResource.ts';
import type { SampleArmResource } from './resourceStore.ts';
import type { Session } from './session.ts';

/** Its own routes answer for these; what they do not know is nothing. */
const elsewhere = /\/providers\/Microsoft\.(?:Security|Authorization|ResourceGraph)\//i;

export function getResource(call: SubscriptionCall): ArmResponse {
  const { session, path } = call;
  if (elsewhere.test(path)) return nothingHere(session, 'GET', path);
  const resource = resourceAt(call, path);
  if (resource !== undefined) return readAnswer(session, withChildren(session, resource, path));
  const parent = path.slice(0, path.lastIndexOf('/'));
  // A path with an even number of parts below the provider is a collection: "…/networkSecurityGroups/a/securityRules".
  if (isCollection(path) && resourceAt(call, parent) !== undefined) {
    return readAnswer(session, { value: session.resources.below(path) });
  }
  return resourceNotFound(session, path);
}

export function putResource(call: SubscriptionCall): ArmResponse {
  const { session, path, body } = call;
  if (elsewhere.test(path)) return nothingHere(session, 'PUT', path);
  if (!isObject(body)) return badRequest(session, 'InvalidRequestContent', 'The request content was invalid.');
  return write(call, body);
}

export function patchResource(call: SubscriptionCall): ArmResponse {
  const { session, path, body } = call;
  const before = elsewhere.test(path) ? undefined : resourceAt(call, path);
  if (before === undefined) return resourceNotFound(session, path);
  if (!isObject(body)) return badRequest(session, 'InvalidRequestContent', 'The request content was invalid.');
  return write(call, merged(before, body));
}

export function deleteResource(call: SubscriptionCall): ArmResponse {
  const { session, path } = call;
  if (elsewhere.test(path)) return nothingHere(session, 'DELETE', path);
  session.resources.delete(path);
  return emptyAnswer(session, 204);
}

/** Starts, stops and the like: a machine remembers its power, other resources take everything that is asked of them. */
export function actOnResource(call: SubscriptionCall): ArmResponse {
  const { session, path } = call;
  const at = path.lastIndexOf('/');
  const resource = elsewhere.test(path) ? undefined : resourceAt(call, path.slice(0, at));
  if (resource === undefined) return resourceNotFound(session, path);
  const power = powerAfter[path.slice(at + 1).toLowerCase()];
  if (power !== undefined) {
    const code = `PowerState/${power}`;
    session.resources.put(
      path.slice(0, at),
      merged(resource, { properties: { instanceView: { statuses: [{ code }] } } }),
    );
  }
  return writeAnswer(session, {});
}

const powerAfter: Readonly<Record<string, string>> = {
  deallocate: 'deallocated',
  poweroff: 'stopped',
  start: 'running',
  restart: 'running',
};

export function getResourceGroup({ session, subscription, path, parameters }: SubscriptionCall): ArmResponse {
  const name = parameters['resourceGroupName'] ?? '';
  const properties = { provisioningState: 'Succeeded' };
  return readAnswer(session, {
    id: path,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location: subscription.homeRegion,
    properties,
  });
}

function write({ session, path, subscription }: SubscriptionCall, body: SampleArmResource): ArmResponse {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const resource = merged(
    { id: path, name, type: typeOf(path), location: subscription.homeRegion },
    merged(body, { properties: { provisioningState: 'Succeeded' } }),
  );
  session.resources.put(path, resource);
  return writeAnswer(session, resource);
}

function resourceAt({ session, subscription }: SubscriptionCall, id: string): SampleArmResource | undefined {
  const written = session.resources.find(id);
  if (written !== undefined || session.resources.isGone(id)) return written;
  return initialResource(id, subscription.homeRegion, (other) => session.alerts.isAbout(other));
}

/** Rules are resources of their own and are told with their group, as Azure does it. */
function withChildren(session: Session, resource: SampleArmResource, path: string): SampleArmResource {
  if (typeOf(path).toLowerCase() !== 'microsoft.network/networksecuritygroups') return resource;
  return merged(resource, { properties: { securityRules: session.resources.below(`${path}/securityRules`) } });
}

function partsBelowProvider(path: string): readonly string[] {
  const at = path.toLowerCase().lastIndexOf('/providers/');
  return path.slice(at + '/providers/'.length).split('/');
}

function isCollection(path: string): boolean {
  return partsBelowProvider(path).length % 2 === 0;
}

function typeOf(path: string): string {
  const [provider = '', ...rest] = partsBelowProvider(path);
  return [provider, ...rest.filter((_, at) => at % 2 === 0)].join('/');
}

function merged(base: SampleArmResource, change: SampleArmResource): SampleArmResource {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const before = result[key];
    result[key] = isObject(before) && isObject(value) ? merged(before, value) : value;
  }
  return result;
}

function isObject(value: unknown): value is SampleArmResource {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

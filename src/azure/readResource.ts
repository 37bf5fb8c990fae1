import { isJsonObject, type Json } from '../domain/json.ts';
import type { Cancellation, ResourceAddress, ResourceReading } from '../services/ports.ts';
import type { Arm } from './arm.ts';
import { armGet } from './armGet.ts';
import { FailureError, unexpected } from './failureError.ts';
import { resourcePath } from './resourcePath.ts';
import { toFailure } from './toFailure.ts';

/**
 * One resource as Resource Manager describes it at this moment.
 *
 * @throws FailureError, or what the pipeline throws.
 */
export async function readResource(
  arm: Arm,
  { subscription: { subscriptionId, tenantId }, resourceId, apiVersion }: ResourceAddress,
  cancellation: Cancellation,
): Promise<ResourceReading> {
  const segments = resourcePath(resourceId, subscriptionId);
  if (segments === undefined) throw unexpected('BadResourceId');
  if (!/^\d{4}-\d{2}-\d{2}(?:-preview)?$/.test(apiVersion)) throw unexpected('BadApiVersion');
  const link = arm.clients.link(segments, apiVersion);
  try {
    const resource = (await armGet(arm.clients.forTenant(tenantId), link, cancellation, arm.clock)) as Json | undefined;
    if (!isJsonObject(resource)) throw unexpected('BadEnvelope');
    return { kind: 'found', resource };
  } catch (error) {
    if (isAbsent(error, arm.clock.now())) return { kind: 'absent' };
    throw error;
  }
}

/** Codes by which a service says that there is no such thing; another 404 may mean that nobody looked. */
const absentCodes = new Set(['resourcenotfound', 'notfound', 'resourcegroupnotfound', 'parentresourcenotfound']);

function isAbsent(error: unknown, now: number): boolean {
  const failure = error instanceof FailureError ? error.failure : toFailure(error, now);
  return failure.kind === 'unexpected' && failure.status === 404 && absentCodes.has(failure.code.toLowerCase());
}

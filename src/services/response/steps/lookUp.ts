import type { Alert } from '../../../domain/alert.ts';
import type { AzureFailure } from '../../../domain/azureFailure.ts';
import type { JsonObject } from '../../../domain/json.ts';
import type { ResourceLookup } from '../../../domain/remediation/commands/commandTemplate.ts';
import { valuesAt } from '../../../domain/remediation/runbooks/verification.ts';
import type { AzureGateway, Cancellation } from '../../ports.ts';

export type LookedUp =
  { readonly ok: true; readonly values: readonly string[] } | { readonly ok: false; readonly failure: AzureFailure };

/** Resources that are read in one step at most: a machine has a few network interfaces, not hundreds. */
const mostResources = 16;

/**
 * Follows a way from a resource that the alert names to one that a command needs: reads the resource, takes the ids at
 * the property, and so on. Values are as Azure sent them: whoever fills a command with them has them checked.
 */
export async function lookUp(
  { resource, steps }: ResourceLookup,
  alert: Alert,
  gateway: Pick<AzureGateway, 'readResource'>,
  cancellation: Cancellation,
): Promise<LookedUp> {
  let ids: readonly string[] = [resource];
  for (const { apiVersion, property } of steps) {
    const found: string[] = [];
    for (const resourceId of ids.slice(0, mostResources)) {
      const reading = await gateway.readResource({ subscription: alert, resourceId, apiVersion }, cancellation);
      if (!reading.ok) return reading;
      if (reading.value.kind === 'found') found.push(...textsAt(reading.value.resource, property));
    }
    ids = [...new Map(found.map((id) => [id.toLowerCase(), id])).values()];
  }
  return { ok: true, values: ids };
}

function textsAt(resource: JsonObject, property: string): readonly string[] {
  return valuesAt(resource, property).filter((value) => typeof value === 'string');
}

import type { Alert } from '../../../domain/alert.ts';
import type { AzureFailure } from '../../../domain/azureFailure.ts';
import type { JsonObject } from '../../../domain/json.ts';
import type { LookupStep, ResourceLookup } from '../../../domain/remediation/commands/commandTemplate.ts';
import { valuesAt } from '../../../domain/remediation/runbooks/verification.ts';
import type { AzureGateway, Cancellation } from '../../ports.ts';

export type LookedUp =
  { readonly ok: true; readonly values: readonly string[] } | { readonly ok: false; readonly failure: AzureFailure };

/** Resources that are read in one step at most: a machine has a few network interfaces, not hundreds. */
const mostResources = 16;

/**
 * Follows a way from a resource that the alert names to one that a command needs: reads the resource, takes the ids at
 * the property, and so on; then the second way, if there is one. Values are as Azure sent them: whoever fills a command
 * with them has them checked. A failure is told where nothing was found; otherwise what was found is offered.
 */
export async function lookUp(
  { resource, steps, besides = [] }: ResourceLookup,
  alert: Alert,
  gateway: Pick<AzureGateway, 'readResource'>,
  cancellation: Cancellation,
): Promise<LookedUp> {
  const first = await follow(resource, steps, alert, gateway, cancellation);
  if (besides.length === 0) return first;
  const second = await follow(resource, besides, alert, gateway, cancellation);
  const values = distinct([first, second].flatMap((each) => (each.ok ? each.values : [])));
  const failed = [first, second].find((each) => !each.ok);
  return failed !== undefined && values.length === 0 ? failed : { ok: true, values };
}

async function follow(
  resource: string,
  steps: readonly LookupStep[],
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
    ids = distinct(found);
  }
  return { ok: true, values: ids };
}

/** ARM ids come in several cases. */
function distinct(ids: readonly string[]): readonly string[] {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()];
}

function textsAt(resource: JsonObject, property: string): readonly string[] {
  return valuesAt(resource, property).filter((value) => typeof value === 'string');
}

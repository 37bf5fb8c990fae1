import { ownString } from '../../json.ts';
import type { CorrelationFacts } from './correlationFacts.ts';

/** The tenant of the alert's subscription, or else of a resource, lower case; undefined when it is not known. */
export function tenantOfAlert({
  tenantId,
  resources,
}: Pick<CorrelationFacts, 'tenantId' | 'resources'>): string | undefined {
  return (tenantId ?? tenantOfResources(resources))?.toLowerCase();
}

function tenantOfResources(resources: CorrelationFacts['resources']): string | undefined {
  for (const { properties } of resources) {
    const tenant = ownString(properties, 'azureResourceTenantId') ?? ownString(properties, 'aadTenantId');
    if (tenant !== undefined) return tenant;
  }
  return undefined;
}

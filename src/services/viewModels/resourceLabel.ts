import type { Alert } from '../../domain/alert.ts';
import { azureResourceIds } from '../../domain/alert.ts';
import { displayLabel } from '../../domain/displayText.ts';
import { parseResourceId } from '../../domain/resourceId.ts';

/** Names of the resource types that alerts are mostly about, by lower-case ARM type. */
const typeNames: ReadonlyMap<string, string> = new Map([
  ['microsoft.compute/virtualmachines', 'Virtual machine'],
  ['microsoft.compute/virtualmachinescalesets', 'Virtual machine scale set'],
  ['microsoft.hybridcompute/machines', 'Arc-enabled server'],
  ['microsoft.web/sites', 'App Service'],
  ['microsoft.containerservice/managedclusters', 'Kubernetes cluster'],
  ['microsoft.containerregistry/registries', 'Container registry'],
  ['microsoft.storage/storageaccounts', 'Storage account'],
  ['microsoft.sql/servers', 'SQL server'],
  ['microsoft.sql/servers/databases', 'SQL database'],
  ['microsoft.sql/managedinstances', 'SQL managed instance'],
  ['microsoft.documentdb/databaseaccounts', 'Cosmos DB account'],
  ['microsoft.dbforpostgresql/flexibleservers', 'PostgreSQL server'],
  ['microsoft.dbformysql/flexibleservers', 'MySQL server'],
  ['microsoft.keyvault/vaults', 'Key vault'],
  ['microsoft.network/applicationgateways', 'Application gateway'],
  ['microsoft.network/publicipaddresses', 'Public IP address'],
  ['microsoft.network/virtualnetworks', 'Virtual network'],
  ['microsoft.network/dnszones', 'DNS zone'],
  ['microsoft.apimanagement/service', 'API Management'],
  ['microsoft.cognitiveservices/accounts', 'AI service'],
]);

/** A resource's type in words; "Resource group" and "Subscription" for ids that stop there, "Resource" for others. */
export function resourceTypeLabel(resourceId: string): string {
  const parsed = parseResourceId(resourceId);
  if (parsed === undefined) return 'Resource';
  if (parsed.type !== undefined) return typeNames.get(parsed.type.toLowerCase()) ?? displayLabel(parsed.type, 80);
  return parsed.resourceGroup === undefined ? 'Subscription' : 'Resource group';
}

export function resourceName(resourceId: string): string {
  return displayLabel(parseResourceId(resourceId)?.name ?? resourceId, 120);
}

/** What the alert is about, in one name; empty when the service does not say. */
export function alertResourceName(alert: Alert): string {
  const id = azureResourceIds(alert)[0];
  return id === undefined ? displayLabel(alert.compromisedEntity ?? '', 120) : resourceName(id);
}

import type { AlertPlan } from './runbook.ts';

/** How types of a plan begin, in lower case. The first that fits counts. */
const beginnings: readonly (readonly [beginning: RegExp, plan: AlertPlan])[] = [
  [/^(?:ai\.|azure_agentic)/, 'AI'],
  [/^api_/, 'Api'],
  [/^app(?:service)?s_/, 'AppServices'],
  [/^(?:k8s|aks|acr|containers?|registry|binarydrift|malwareblocking)[._]/, 'Containers'],
  [/^(?:azure)?cosmosdb_/, 'CosmosDbs'],
  [/^network_ddos/, 'DDoS'],
  [/^azuredns_/, 'DNS'],
  [/^kv_/, 'KeyVaults'],
  [/^(?:network_|generic_incoming|(?:rdp|ssh|sql)_(?:incoming|outgoing))/, 'NetworkLayer'],
  [/^sql\.(?:postgresql|mysql|mariadb)_/, 'OpenSourceRelationalDatabases'],
  [/^(?:sql\.|synapse\.)/, 'SqlServers'],
  [/^storage\./, 'StorageAccounts'],
  [/^vm_(?:gpu|runcommand|vmaccess|dsc|customscript|diskencryption|suspiciousmultiextension)/, 'VMExtensions'],
  [/^arm_/, 'ResourceManager'],
  [/^(?:vm[._]linux|vm_ssh)|\.linux$/, 'LinuxMachines'],
  [/^vm[._]/, 'WindowsMachines'],
];

/** The plan that an alert type belongs to, by its beginning; undefined where it tells nothing. */
export function planOfType(alertType: string): AlertPlan | undefined {
  const folded = alertType
    .slice(0, 100)
    .toLowerCase()
    .replace(/^simulated_/, '');
  return beginnings.find(([beginning]) => beginning.test(folded))?.[1];
}

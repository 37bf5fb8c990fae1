import { displayLabel } from '../domain/displayText.ts';
import { alertPlans, isDefenderOff, type PlanCoverage } from '../domain/planCoverage.ts';

/** What the portal calls the plans, by the names that the service sends. */
const titles: Readonly<Record<string, string>> = {
  VirtualMachines: 'Servers',
  SqlServers: 'Azure SQL databases',
  AppServices: 'App Service',
  StorageAccounts: 'Storage',
  SqlServerVirtualMachines: 'SQL servers on machines',
  KubernetesService: 'Kubernetes',
  ContainerRegistry: 'Container registries',
  KeyVaults: 'Key Vault',
  Dns: 'DNS',
  Arm: 'Resource Manager',
  OpenSourceRelationalDatabases: 'Open-source relational databases',
  CosmosDbs: 'Azure Cosmos DB',
  Containers: 'Containers',
  Api: 'APIs',
  AI: 'AI services',
};

/** The plan's name for people; one that is not known as it was sent. */
export function planTitle(name: string): string {
  return (Object.hasOwn(titles, name) ? titles[name] : undefined) ?? displayLabel(name, 60);
}

/** How many plans are on; where none is, what an empty list then means. */
export function coverageText(coverage: PlanCoverage): string {
  if (isDefenderOff(coverage)) return 'Defender is off: no plan can raise an alert';
  const plans = alertPlans(coverage);
  const on = plans.filter(({ enabled }) => enabled).length;
  return `${String(on)} of ${String(plans.length)} plans on`;
}

import { production, shop } from '../directory.ts';
import type { SampleSubscription } from '../directory.ts';
import type { SampleResource } from '../wire/resource.ts';

/** Builders of the resources that stories play on. */

export function linuxMachine(
  subscription: SampleSubscription,
  group: string,
  name: string,
  region: string,
): SampleResource {
  return {
    subscription,
    group,
    type: 'Microsoft.Compute/virtualMachines',
    name,
    label: 'Virtual Machine',
    region,
    os: 'Linux',
  };
}

export function windowsMachine(
  subscription: SampleSubscription,
  group: string,
  name: string,
  region: string,
): SampleResource {
  return { ...linuxMachine(subscription, group, name, region), os: 'Windows' };
}

export function webApp(subscription: SampleSubscription, group: string, name: string): SampleResource {
  return {
    subscription,
    group,
    type: 'Microsoft.Web/sites',
    name,
    label: 'App Service',
    region: subscription.homeRegion,
  };
}

export function kubernetes(subscription: SampleSubscription, group: string, name: string): SampleResource {
  const type = 'Microsoft.ContainerService/managedClusters';
  return { subscription, group, type, name, label: 'Kubernetes Service', region: subscription.homeRegion };
}

export function storageAccount(subscription: SampleSubscription, group: string, name: string): SampleResource {
  const type = 'Microsoft.Storage/storageAccounts';
  return { subscription, group, type, name, label: 'Storage', region: subscription.homeRegion };
}

export function keyVault(subscription: SampleSubscription, group: string, name: string): SampleResource {
  return {
    subscription,
    group,
    type: 'Microsoft.KeyVault/vaults',
    name,
    label: 'Key Vault',
    region: subscription.homeRegion,
  };
}

export function sqlDatabase(
  subscription: SampleSubscription,
  group: string,
  server: string,
  name: string,
): SampleResource {
  const type = `Microsoft.Sql/servers/${server}/databases`;
  return { subscription, group, type, name, label: 'SQL Database', region: subscription.homeRegion };
}

export function databaseServer(
  subscription: SampleSubscription,
  group: string,
  type: string,
  name: string,
): SampleResource {
  return { subscription, group, type, name, label: 'Azure Resource', region: subscription.homeRegion };
}

export function networkResource(
  subscription: SampleSubscription,
  group: string,
  type: string,
  name: string,
): SampleResource {
  return {
    subscription,
    group,
    type: `Microsoft.Network/${type}`,
    name,
    label: 'Azure Resource',
    region: subscription.homeRegion,
  };
}

/** The subscription itself: its alerts are not in any resource group. */
function wholeSubscription(subscription: SampleSubscription): SampleResource {
  return { subscription, name: subscription.subscriptionId, label: 'ARM', region: subscription.homeRegion };
}

/** Resources that more than one story plays on. */
export const productionSubscription = wholeSubscription(production);
export const secretsVault = keyVault(production, 'platform', 'kv-parcel-secrets');
export const shopGateway = networkResource(shop, 'edge', 'applicationGateways', 'agw-shop');

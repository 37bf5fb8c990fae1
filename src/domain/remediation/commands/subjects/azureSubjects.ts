import { isLeafResource } from '../../../resourceId.ts';
import type { SubjectKind } from './subject.ts';
import { resourceIdsOf, resourceSubject } from './resourceSubject.ts';

const compute = '2023-09-01';
const network = '2023-09-01';

/** Resources that alerts name, and those beside them that have to be looked up: each gives `{name}`, `{nameName}`, `{nameGroup}`. */
export const azureSubjects: readonly SubjectKind[] = [
  {
    parameters: { resource: { type: 'resourceId', label: 'resource' } },
    find: (alert) =>
      resourceIdsOf(alert)
        .filter(isLeafResource)
        .map((resource) => ({ resource })),
  },
  {
    parameters: { subscription: { type: 'subscriptionId', label: 'subscription' } },
    find: (alert) => [{ subscription: alert.subscriptionId }],
  },
  resourceSubject('vm', { type: 'Microsoft.Compute/virtualMachines', label: 'virtual machine' }),
  {
    parameters: { vmIdentity: { type: 'objectId', label: 'managed identity of the virtual machine' } },
    find: () => [],
    lookup: { from: 'vm', steps: [{ apiVersion: compute, property: 'identity.principalId' }] },
  },
  resourceSubject('vmExtension', {
    type: 'Microsoft.Compute/virtualMachines/extensions',
    label: 'extension of the virtual machine',
    parentType: 'resourceName',
    lookup: { from: 'vm', steps: [{ apiVersion: compute, property: 'resources[].id' }] },
  }),
  resourceSubject('vmScaleSet', { type: 'Microsoft.Compute/virtualMachineScaleSets', label: 'scale set' }),
  resourceSubject('arcMachine', { type: 'Microsoft.HybridCompute/machines', label: 'Azure Arc machine' }),
  resourceSubject('nic', {
    type: 'Microsoft.Network/networkInterfaces',
    label: 'network interface',
    lookup: {
      from: 'vm',
      steps: [{ apiVersion: compute, property: 'properties.networkProfile.networkInterfaces[].id' }],
    },
  }),
  resourceSubject('nsg', {
    type: 'Microsoft.Network/networkSecurityGroups',
    label: 'network security group',
    lookup: {
      from: 'vm',
      steps: [
        { apiVersion: compute, property: 'properties.networkProfile.networkInterfaces[].id' },
        { apiVersion: network, property: 'properties.networkSecurityGroup.id' },
      ],
      besides: [
        { apiVersion: compute, property: 'properties.networkProfile.networkInterfaces[].id' },
        { apiVersion: network, property: 'properties.ipConfigurations[].properties.subnet.id' },
        { apiVersion: network, property: 'properties.networkSecurityGroup.id' },
      ],
    },
  }),
  resourceSubject('osDisk', {
    type: 'Microsoft.Compute/disks',
    label: 'disk of the operating system',
    lookup: {
      from: 'vm',
      steps: [{ apiVersion: compute, property: 'properties.storageProfile.osDisk.managedDisk.id' }],
    },
  }),
  resourceSubject('publicIp', { type: 'Microsoft.Network/publicIPAddresses', label: 'public IP address' }),
  resourceSubject('vnet', { type: 'Microsoft.Network/virtualNetworks', label: 'virtual network' }),
  resourceSubject('storage', {
    type: 'Microsoft.Storage/storageAccounts',
    label: 'storage account',
    nameType: 'storageAccount',
  }),
  resourceSubject('vault', { type: 'Microsoft.KeyVault/vaults', label: 'key vault', nameType: 'keyVault' }),
  resourceSubject('sqlServer', { type: 'Microsoft.Sql/servers', label: 'SQL server', nameType: 'sqlServer' }),
  resourceSubject('sqlDatabase', {
    type: 'Microsoft.Sql/servers/databases',
    label: 'SQL database',
    parentType: 'sqlServer',
  }),
  resourceSubject('managedInstance', {
    type: 'Microsoft.Sql/managedInstances',
    label: 'SQL managed instance',
    nameType: 'sqlServer',
  }),
  resourceSubject('synapse', {
    type: 'Microsoft.Synapse/workspaces',
    label: 'Synapse workspace',
    nameType: 'sqlServer',
  }),
  resourceSubject('postgres', {
    type: 'Microsoft.DBforPostgreSQL/flexibleServers',
    label: 'PostgreSQL server',
    nameType: 'sqlServer',
  }),
  resourceSubject('mysql', {
    type: 'Microsoft.DBforMySQL/flexibleServers',
    label: 'MySQL server',
    nameType: 'sqlServer',
  }),
  resourceSubject('cosmos', {
    type: 'Microsoft.DocumentDB/databaseAccounts',
    label: 'Cosmos DB account',
    nameType: 'sqlServer',
  }),
  resourceSubject('cluster', { type: 'Microsoft.ContainerService/managedClusters', label: 'Kubernetes cluster' }),
  {
    parameters: { kubeletIdentity: { type: 'objectId', label: 'managed identity of the nodes of the cluster' } },
    find: () => [],
    lookup: {
      from: 'cluster',
      steps: [{ apiVersion: '2023-10-01', property: 'properties.identityProfile.kubeletidentity.objectId' }],
    },
  },
  resourceSubject('registry', {
    type: 'Microsoft.ContainerRegistry/registries',
    label: 'container registry',
    nameType: 'containerRegistry',
  }),
  resourceSubject('webApp', { type: 'Microsoft.Web/sites', label: 'app', nameType: 'webApp' }),
  {
    parameters: { webAppIdentity: { type: 'objectId', label: 'managed identity of the app' } },
    find: () => [],
    lookup: { from: 'webApp', steps: [{ apiVersion: '2022-09-01', property: 'identity.principalId' }] },
  },
  resourceSubject('apiService', { type: 'Microsoft.ApiManagement/service', label: 'API Management service' }),
  resourceSubject('api', { type: 'Microsoft.ApiManagement/service/apis', label: 'API', parentType: 'resourceName' }),
  resourceSubject('aiAccount', { type: 'Microsoft.CognitiveServices/accounts', label: 'Azure AI account' }),
  {
    parameters: { aiAccountIdentity: { type: 'objectId', label: 'managed identity of the Azure AI account' } },
    find: () => [],
    lookup: { from: 'aiAccount', steps: [{ apiVersion: '2023-05-01', property: 'identity.principalId' }] },
  },
  resourceSubject('mlWorkspace', {
    type: 'Microsoft.MachineLearningServices/workspaces',
    label: 'machine learning workspace',
  }),
  resourceSubject('automation', { type: 'Microsoft.Automation/automationAccounts', label: 'Automation account' }),
];

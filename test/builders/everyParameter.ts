import { parameters, type Parameter } from '../../src/domain/remediation/commands/parameters.ts';
import type { ParameterType } from '../../src/domain/remediation/commands/parameterType.ts';
import { subscriptionA } from './alert.ts';

const guid = '9d3c1f6a-5b7e-4c2d-8a1f-0e6b4d2c7a95';

const valueOfType: Readonly<Record<ParameterType, string>> = {
  subscriptionId: subscriptionA,
  objectId: guid,
  account: 'ada@shop.example',
  ipAddress: '10.1.2.3',
  publicAddress: '8.8.4.4',
  addressRange: '8.8.4.4/32',
  resourceId: `/subscriptions/${subscriptionA}/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web-1`,
  resourceGroup: 'shop',
  resourceName: 'web-1',
  location: 'westeurope',
  storageAccount: 'shopdata',
  blobContainer: 'orders',
  keyVault: 'shop-vault',
  sqlServer: 'shop-sql',
  webApp: 'shop-web',
  containerRegistry: 'shopimages',
  userPrincipalName: 'ada@shop.example',
  port: '3389',
  rulePriority: '150',
  timestamp: '2026-03-02T10:00:00Z',
  kubernetesName: 'api-7d9f',
  kubernetesNamespace: 'web',
  kubernetesRole: 'cluster-admin',
  imageDigest: `sha256:${'0a'.repeat(32)}`,
  repository: 'shop/api',
  domainName: 'shop.example',
  origin: 'https://graph.example',
};

function valueOf({ name, type, kind }: Parameter): string {
  const isMain = Object.keys(kind.parameters)[0] === name;
  if (!isMain || kind.resourceType === undefined) return valueOfType[type];
  const [namespace = '', ...types] = kind.resourceType.split('/');
  const nameType = kind.parameters[`${name}Name`]?.type ?? 'resourceName';
  const path = types.map((each, nth) => `${each}/${nth === types.length - 1 ? valueOfType[nameType] : 'parent'}`);
  return `/subscriptions/${subscriptionA}/resourceGroups/shop/providers/${namespace}/${path.join('/')}`;
}

/** A sound value for every parameter, as if a person had given it; those that follow from another one are left out. */
export const everyParameter: Readonly<Record<string, string>> = Object.fromEntries(
  [...parameters.values()]
    .filter(({ name, kind }) => kind.derive === undefined || Object.keys(kind.parameters)[0] === name)
    .map((parameter) => [parameter.name, valueOf(parameter)]),
);

import { expect, it } from 'vitest';
import { objectionTo, type ParameterType } from '../../../../src/domain/remediation/commands/parameterType.ts';
import { virtualMachine } from '../../../builders/alert.ts';
import { everyParameter } from '../../../builders/everyParameter.ts';
import { parameters } from '../../../../src/domain/remediation/commands/parameters.ts';

const zero = '00000000-0000-0000-0000-000000000000';

it.each<[ParameterType, ...string[]]>([
  ['ipAddress', '10.1.2.3', '203.0.113.7', '2001:db8::1', 'fd00::1'],
  ['publicAddress', '8.8.4.4', '2a00:1450:4001:830::200e'],
  ['resourceId', virtualMachine('web-1'), virtualMachine('WEB_1.x').toUpperCase().replace('MICROSOFT.', 'microsoft.')],
  ['resourceId', `/subscriptions/${zero}/providers/Microsoft.Authorization/roleAssignments/${zero}`],
  ['resourceId', `${virtualMachine('a')}/providers/Microsoft.Security/assessments/b`],
  ['resourceGroup', 'Sample-RG', 'MC_shop_prod_westeurope', 'a.b', '_x'],
  [
    'account',
    'ada@shop.example',
    'ada_shop.example#EXT#@other.onmicrosoft.example',
    '9d3c1f6a-5b7e-4c2d-8a1f-0e6b4d2c7a95',
  ],
  ['kubernetesName', 'api-7d9f', 'aks-pool1-12345678-vmss000000', 'a.b'],
  ['kubernetesRole', 'system:node', 'Cluster-Admin'],
  ['repository', 'shop/web/api', 'library/nginx', 'a_b'],
  ['storageAccount', 'shopdata', 'ABC123'],
  ['port', '22', '65535'],
])('%s may be what Azure names so: %s', (type, ...values) => {
  for (const value of values) expect(objectionTo(type, value), value).toBeUndefined();
});

it.each<[ParameterType, string, string]>([
  ['ipAddress', '00.00.00.00', 'it is not an IP address'],
  ['ipAddress', '1.2.3', 'it is not an IP address'],
  ['ipAddress', '0x7f.1', 'it is not an IP address'],
  ['ipAddress', 'fe80::1', 'the address means another machine to everyone'],
  ['ipAddress', '127.0.0.1', 'the address means another machine to everyone'],
  ['ipAddress', '0.0.0.0', 'the address means another machine to everyone'],
  ['ipAddress', '::ffff:169.254.169.254', 'the address belongs to Azure itself'],
  ['publicAddress', '10.1.2.3', 'the address is not one of the public internet'],
  ['resourceId', `${virtualMachine('a')}/..`, 'it is not the id of an Azure resource'],
  ['resourceId', virtualMachine('..'), 'it is not the id of an Azure resource'],
  ['resourceId', virtualMachine('a.'), 'a name in it ends in a dot'],
  ['resourceId', `${virtualMachine('a')}?x=1`, 'it is not the id of an Azure resource'],
  ['resourceName', 'x'.repeat(129), 'it is too long'],
  ['resourceName', '', 'it is empty'],
  ['objectId', zero, 'it names nobody'],
  ['port', '0', 'it is not a port'],
  ['port', '65536', 'it is above 65535'],
  ['repository', 'a/../b', 'a name in it ends in a dot'],
  ['origin', 'https://graph.example/x', 'it is not an https address'],
])('%s is not %j', (type, value, why) => {
  expect(objectionTo(type, value)).toBe(why);
});

it('reasons hold nothing of the value', () => {
  for (const { type } of parameters.values()) {
    expect(objectionTo(type, 'Zz9$(canary)') ?? 'accepted').not.toContain('canary');
  }
});

it('the sample values of the tests are sound', () => {
  for (const [name, value] of Object.entries(everyParameter)) {
    const type = parameters.get(name)?.type ?? expect.fail(name);
    expect(objectionTo(type, value), name).toBeUndefined();
  }
});

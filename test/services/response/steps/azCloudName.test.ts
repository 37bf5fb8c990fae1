import { expect, it } from 'vitest';
import { azCloudName } from '../../../../src/services/response/steps/azCloudName.ts';

const registered = `[other]
endpoint_resource_manager = https://arm.other.example
[local]
endpoint_management = https://arm.stack.example:30024
endpoint_resource_manager = https://arm.stack.example/
`;

it('names known clouds as the Azure CLI does, without asking', () => {
  const unasked = (): never => {
    throw new Error('asked');
  };
  expect(azCloudName('public', 'https://management.azure.com', unasked)).toBe('AzureCloud');
  expect(azCloudName('usgovernment', undefined, unasked)).toBe('AzureUSGovernment');
  expect(azCloudName('china', undefined, unasked)).toBe('AzureChinaCloud');
});

it('finds a custom cloud by its Resource Manager, and none where nobody registered it', () => {
  expect(azCloudName('custom', 'https://ARM.stack.example', () => registered)).toBe('local');
  expect(azCloudName('custom', 'https://arm.stack.example:30024', () => registered)).toBeUndefined();
  expect(azCloudName('custom', undefined, () => registered)).toBeUndefined();
  expect(azCloudName('custom', 'https://arm.stack.example', () => '')).toBeUndefined();
});

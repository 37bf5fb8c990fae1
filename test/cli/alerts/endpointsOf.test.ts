import { describe, expect, it } from 'vitest';
import { type CloudWords, endpointsOf } from '../../../src/cli/alerts/endpointsOf.ts';

const words = (wish: Partial<CloudWords>): CloudWords => ({
  cloud: undefined,
  resourceManagerEndpoint: undefined,
  authorityHost: undefined,
  needsAuthority: true,
  ...wish,
});

describe('the endpoints that options name', () => {
  it('are those of a known cloud, with another authority where one is given', () => {
    expect(endpointsOf(words({ cloud: 'china' }))).toMatchObject({
      resourceManagerEndpoint: 'https://management.chinacloudapi.cn',
      authorityHost: 'https://login.chinacloudapi.cn',
    });
    expect(endpointsOf(words({ authorityHost: 'https://login.example/' }))).toMatchObject({
      resourceManagerEndpoint: 'https://management.azure.com',
      authorityHost: 'https://login.example',
    });
  });

  it('are those of a custom cloud, which an endpoint alone implies', () => {
    const custom = { resourceManagerEndpoint: 'https://arm.example:8443/', authorityHost: 'https://login.example' };
    const expected = { resourceManagerEndpoint: 'https://arm.example:8443', authorityHost: 'https://login.example' };
    expect(endpointsOf(words(custom))).toMatchObject(expected);
    expect(endpointsOf(words({ ...custom, cloud: 'custom' }))).toMatchObject(expected);
  });

  it('need no authority where the Azure CLI has its own', () => {
    const custom = { resourceManagerEndpoint: 'https://arm.example', needsAuthority: false };
    expect(endpointsOf(words(custom))).toMatchObject({ resourceManagerEndpoint: 'https://arm.example' });
  });

  it.each<[Partial<CloudWords>, string]>([
    [{ cloud: 'custom' }, '--resource-manager-endpoint takes an https origin'],
    [{ resourceManagerEndpoint: 'https://arm.example' }, '--authority-host takes an https origin'],
    [{ resourceManagerEndpoint: 'http://arm.example', needsAuthority: false }, '--resource-manager-endpoint takes'],
    [
      { resourceManagerEndpoint: 'https://arm.example/path', needsAuthority: false },
      '--resource-manager-endpoint takes',
    ],
    [
      { resourceManagerEndpoint: 'https://user@arm.example', needsAuthority: false },
      '--resource-manager-endpoint takes',
    ],
    [{ authorityHost: 'login.example' }, '--authority-host takes'],
    [
      { cloud: 'public', resourceManagerEndpoint: 'https://arm.example' },
      '--resource-manager-endpoint is for --cloud custom',
    ],
  ])('%o are refused', (wish, reason) => {
    expect(() => endpointsOf(words(wish))).toThrow(reason);
  });
});

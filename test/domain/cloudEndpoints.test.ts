import { describe, expect, it } from 'vitest';
import {
  cloudEndpoints,
  graphEndpointOf,
  isKnownAuthority,
  publicCloud,
  readOrigin,
  resourceManagerScope,
  wrongCloudField,
} from '../../src/domain/cloudEndpoints.ts';

const custom = {
  resourceManagerEndpoint: 'https://management.local.azurestack.external',
  authorityHost: 'https://login.local.example:8443',
  portalUrl: 'https://Portal.local.example/',
};

describe('cloudEndpoints', () => {
  it('knows the sovereign clouds', () => {
    expect(cloudEndpoints('usgovernment', null)?.resourceManagerEndpoint).toBe('https://management.usgovcloudapi.net');
    expect(cloudEndpoints('china', null)?.portalUrl).toBe('https://portal.azure.cn');
  });

  it('takes custom https origins, without a trailing slash', () => {
    expect(cloudEndpoints('custom', custom)).toEqual({ ...custom, portalUrl: 'https://portal.local.example' });
  });

  it.each([
    'http://management.local',
    'https://user@management.local',
    'https://management.local/path',
    'https://management.local?x',
    'https://management.azure.com\\@evil.example',
    'https://mänagement.local',
    'https://',
    'https://-x.local-',
    '',
    7,
    null,
    undefined,
  ])('refuses %s: a token must not go there', (resourceManagerEndpoint) => {
    expect(cloudEndpoints('custom', { ...custom, resourceManagerEndpoint })).toBeUndefined();
  });

  it.each([
    ['resourceManagerEndpoint', { ...custom, resourceManagerEndpoint: 'https://management.local/path', portalUrl: '' }],
    ['authorityHost', { ...custom, authorityHost: 'http://login.local.example' }],
    ['portalUrl', { ...custom, portalUrl: undefined }],
    ['resourceManagerEndpoint', null],
    [undefined, custom],
  ])('names the field that is wrong: %s', (field, value) => {
    expect(wrongCloudField(value)).toBe(field);
    expect(cloudEndpoints('custom', value) === undefined).toBe(field !== undefined);
  });

  it.each(['public', 'usgovernment', 'china'] as const)('%s: the token is asked for its own endpoint', (cloud) => {
    const endpoints = cloudEndpoints(cloud, null);
    expect(endpoints && resourceManagerScope(endpoints)).toBe(`${endpoints?.resourceManagerEndpoint ?? ''}/.default`);
    expect(isKnownAuthority(endpoints?.authorityHost ?? '')).toBe(true);
  });

  it('does not ask Entra ID about an authority that it does not know', () => {
    expect(isKnownAuthority('https://login.microsoftonline.us/')).toBe(true);
    for (const host of ['https://login.local.example', 'https://login.microsoftonline.us.evil.example', '', 'x']) {
      expect(isKnownAuthority(host), host).toBe(false);
    }
  });

  it('refuses what is no object or gets its values from a prototype', () => {
    expect(cloudEndpoints('custom', null)).toBeUndefined();
    expect(cloudEndpoints('custom', 'https://x')).toBeUndefined();
    expect(cloudEndpoints('custom', Object.create(custom))).toBeUndefined();
  });
});

it('directories of a cloud are in its own Microsoft Graph, and those of an unknown cloud nowhere', () => {
  const graphs = (['public', 'usgovernment', 'china'] as const).map((cloud) => {
    const endpoints = cloudEndpoints(cloud, undefined);
    return endpoints === undefined ? undefined : graphEndpointOf(endpoints);
  });
  expect(new Set(graphs).size).toBe(3);
  for (const graph of graphs) expect(readOrigin(graph)).toBe(graph);
  expect(graphEndpointOf({ ...publicCloud, resourceManagerEndpoint: 'https://management.example' })).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { cloudEndpoints } from '../../src/services/cloudEndpoints.ts';

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

  it('refuses what is no object or gets its values from a prototype', () => {
    expect(cloudEndpoints('custom', null)).toBeUndefined();
    expect(cloudEndpoints('custom', 'https://x')).toBeUndefined();
    expect(cloudEndpoints('custom', Object.create(custom))).toBeUndefined();
  });
});

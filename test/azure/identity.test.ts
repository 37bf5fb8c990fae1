import { describe, expect, it } from 'vitest';
import { CachedCredential } from '../../src/azure/cachedCredential.ts';
import { createAzureCliCredential, createEnvironmentCredential } from '../../src/azure/identity.ts';
import { startArmServer } from '../arm-server/startArmServer.ts';
import { noon, subscriptionA } from '../builders/alert.ts';

const endpoints = { authorityHost: 'https://login.microsoftonline.com' };
const complete = {
  AZURE_TENANT_ID: subscriptionA,
  AZURE_CLIENT_ID: subscriptionA,
  AZURE_CLIENT_SECRET: 'canary-secret',
};

describe('the environment credential', () => {
  it.each(Object.keys(complete))('without %s says what is missing, when it is asked for a token', async (name) => {
    const credential = createEnvironmentCredential({ ...complete, [name]: ' ' }, endpoints)(undefined);
    const cached = new CachedCredential(credential, { now: () => noon });
    await expect(cached.getToken('scope')).rejects.toMatchObject({
      failure: { kind: 'notSignedIn', detail: `${name}_missing` },
    });
  });

  it('says that the authority is not trusted, not that the secret was refused', async () => {
    const authority = await startArmServer({ now: noon });
    const credential = createEnvironmentCredential(complete, { authorityHost: authority.origin })(undefined);
    const cached = new CachedCredential(credential, { now: () => noon });
    await expect(cached.getToken('scope')).rejects.toMatchObject({
      failure: { kind: 'untrusted', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    await authority.close();
  });
});

describe('the Azure CLI credential', () => {
  it('is made for one tenant or for the account of the CLI, without starting anything', () => {
    const forTenant = createAzureCliCredential();
    expect(forTenant(undefined)).toHaveProperty('getToken');
    expect(forTenant(subscriptionA)).not.toBe(forTenant(subscriptionA));
  });
});

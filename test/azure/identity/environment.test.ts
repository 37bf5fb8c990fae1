import { describe, expect, it } from 'vitest';
import { CachedCredential } from '../../../src/azure/cachedCredential.ts';
import { createEnvironmentCredential } from '../../../src/azure/identity.ts';
import { startArmServer } from '../../arm-server/startArmServer.ts';
import { noon, subscriptionA } from '../../builders/alert.ts';

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

  it('takes a certificate in place of the secret, and says so when it cannot be read', async () => {
    const certified = { ...complete, AZURE_CLIENT_SECRET: '', AZURE_CLIENT_CERTIFICATE_PATH: '/nowhere/key.pem' };
    const cached = new CachedCredential(createEnvironmentCredential(certified, endpoints)(undefined), {
      now: () => noon,
    });
    await expect(cached.getToken('scope')).rejects.toMatchObject({
      failure: { kind: 'notSignedIn', detail: 'CertificateUnreadable' },
    });
  });

  it.each(['http://login.local.example', 'https://login.local.example/tenant', 'login.local.example'])(
    'does not take %s for an authority',
    async (authority) => {
      const odd = createEnvironmentCredential({ ...complete, AZURE_AUTHORITY_HOST: authority }, endpoints)(undefined);
      await expect(new CachedCredential(odd, { now: () => noon }).getToken('scope')).rejects.toMatchObject({
        failure: { kind: 'notSignedIn', detail: 'AZURE_AUTHORITY_HOST_invalid' },
      });
    },
  );

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

import { afterEach, describe, expect, it } from 'vitest';
import { createAzureCliCredential } from '../../../src/azure/identity.ts';
import { CachedCredential } from '../../../src/azure/cachedCredential.ts';
import { noon, subscriptionA as tenantId } from '../../builders/alert.ts';
import type { FakeAz } from './fakeAz.ts';
import { fakeAz } from './fakeAz.ts';

const scope = 'https://management.azure.com/.default';
const token = 'eyJhbGciOiJub25lIn0.eyJleHAiOjF9.c2lnbmF0dXJl';
const [hour, canary] = [3_600_000, 'canary-of-the-cli'];
const answer = `echo '{"accessToken":"${token}","expires_on":${String((noon + hour) / 1000)}}'`;

let az: FakeAz | undefined;
afterEach(async () => {
  await az?.remove();
  az = undefined;
});

/** A real process: the credential of `@azure/identity` starts whatever `az` is on the PATH. */
async function credentialOver(script: string, tenant?: string, deadline?: number): Promise<CachedCredential> {
  az = await fakeAz(script);
  const options = deadline === undefined ? {} : { deadline };
  return new CachedCredential(createAzureCliCredential(options)(tenant), { now: () => noon });
}

async function failureOf(credential: CachedCredential): Promise<unknown> {
  const error: unknown = await credential.getToken(scope).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(JSON.stringify(error)).not.toContain(canary);
  return (error as { failure?: unknown }).failure;
}

describe.skipIf(process.platform === 'win32')('the Azure CLI', () => {
  it('is asked for a token of the endpoint and the tenant, once for many requests', async () => {
    const credential = await credentialOver(answer, tenantId);
    const tokens = await Promise.all([credential.getToken(scope), credential.getToken(scope)]);
    expect([...tokens, await credential.getToken(scope)].map((given) => given.token)).toEqual([token, token, token]);
    expect(await az?.calls()).toEqual([
      `account get-access-token --output json --resource https://management.azure.com --tenant ${tenantId}`,
    ]);
    expect(credential.state).toEqual({ kind: 'held', expiresAt: noon + hour });
  });

  it.each([
    ['echo "Please run \'az login\' to setup account." >&2; exit 1', 'AzLoginNeeded'],
    [
      `echo "AADSTS70043: The refresh token has expired. ${canary} To re-authenticate, please run: az login --tenant x" >&2; exit 1`,
      'AADSTS70043',
    ],
    ['echo "AADSTS53003: Access has been blocked by Conditional Access policies." >&2; exit 1', 'AADSTS53003'],
    [
      'echo "AADSTS50076: you must use multi-factor authentication. Run: az login --scope https://x//.default" >&2; exit 1',
      'AADSTS50076',
    ],
    [`echo "Traceback: ${canary}" >&2; exit 1`, 'AzFailed'],
    [`echo "garbage ${canary}"`, 'AzFailed'],
    ['exit 0', 'AzFailed'],
    [`echo '{"accessToken":"two words","expires_on":4102444800}'`, 'AzFailed'],
    [`echo '{"accessToken":"${token}","expiresOn":"soon"}'`, 'AzFailed'],
  ])('that does %j fails with %s', async (script, detail) => {
    expect(await failureOf(await credentialOver(script))).toEqual({ kind: 'notSignedIn', detail });
  });

  it('that is slow is given up at its deadline, and no token comes of it', async () => {
    const began = performance.now();
    const credential = await credentialOver('exec sleep 60', undefined, 1_000);
    expect(await failureOf(credential)).toEqual({ kind: 'notSignedIn', detail: 'AzTooSlow' });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('that is not there is said to be missing', async () => {
    const credential = await credentialOver(answer);
    process.env['PATH'] = '/nonexistent';
    expect(await failureOf(credential)).toEqual({ kind: 'notSignedIn', detail: 'AzNotFound' });
  });

  it('is not started for a challenge, which only a person can answer', async () => {
    const credential = await credentialOver(answer);
    const claims = '{"access_token":{"nbf":{"essential":true}}}';
    await expect(credential.getToken(scope, { claims })).rejects.toMatchObject({
      failure: { kind: 'notSignedIn', detail: 'AzLoginNeeded' },
    });
    expect(await az?.calls()).toEqual([]);
  });

  it('is never one that lies in an opened folder', async () => {
    az = await fakeAz(answer);
    const { folder } = az;
    for (const foreign of [folder, `${folder}/..`]) {
      const credential = createAzureCliCredential({ foreignFolders: () => ['/elsewhere', foreign] })(undefined);
      expect(await failureOf(new CachedCredential(credential, { now: () => noon }))).toEqual({
        kind: 'notSignedIn',
        detail: 'AzInWorkspace',
      });
    }
    expect(await az.calls()).toEqual([]);
  });
});
